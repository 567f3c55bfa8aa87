import type { Picture } from '../core/codecs/svg/picture.ts'
import type { FontFiles } from './fonts.ts'
import { makePdf, startOfDay } from './pdf.ts'

/** Longer sides than this, in points, no PDF viewer has to show (PDF 1.7, annex C): larger pictures are drawn smaller. */
const MOST_POINTS = 14_400
/** A canvas unit is a CSS pixel, 96 to the inch. */
const POINTS = 0.75

/** A picture as PDF: vectors and text, on one page of the picture's own size. The same picture and day give the same bytes. */
export function picturePdf(
  { svg, width, height }: Pick<Picture, 'svg' | 'width' | 'height'>,
  { title, date }: Readonly<{ title: string /** `YYYY-MM-DD` */; date: string }>,
  fonts: FontFiles,
): Promise<Uint8Array> {
  const scale = Math.min(POINTS, MOST_POINTS / Math.max(width, height))
  const size = { width: width * scale, height: height * scale }
  return makePdf(
    {
      pageSize: size,
      pageMargins: 0,
      content: [{ svg, ...size }],
      info: { title: title === '' ? 'Untitled board' : title, creationDate: startOfDay(date) },
    },
    fonts,
  )
}
