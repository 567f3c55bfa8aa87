/**
 * Characters of an SVG up to which documents have it as vectors, some hundred components: drawing it in a PDF takes seconds, and
 * word processors show no more of it in a bearable time. Of larger ones a document has the picture in pixels.
 */
export const MOST_VECTORS = 1_500_000
