import type { DrawnBoard } from '../core/codecs/report/document.ts'

/** Characters of an SVG, some hundred components: a PDF of it takes seconds, and word processors are hardly faster at showing it. */
const MOST = 1_500_000

/** Whether a document has a picture as vectors. Of others it has pixels; in an overview there is nothing that could be enlarged. */
export const isForVectors = ({ svg, isOverview }: Pick<DrawnBoard, 'svg' | 'isOverview'>): boolean =>
  !isOverview && svg.length <= MOST
