import { type Block, type DrawnBoard, quiet } from '../document.ts'
import type { Grounds } from '../grounds.ts'
import { some } from '../words.ts'

export function diagram({ model, analysed }: Grounds, picture: DrawnBoard | null): Block[] {
  if (picture === null) return [quiet('The diagram is not part of this report.')]
  const { components, links, segments } = model
  const counts = analysed?.result.counts
  const exposed =
    counts === undefined
      ? ''
      : ` ${some(counts.taken, 'exposure')} taken, ${some(counts.reached, 'exposure')} reached.`
  const { svg, width, height, isOverview } = picture
  const small = isOverview
    ? ' This board is drawn from far, without names of components and links, which would be too small on a page; an SVG picture of it has them.'
    : ''
  const description = `${some(components.length, 'component')} in ${some(segments.length, 'segment')}, joined by ${some(links.length, 'link')}.${exposed}${small} What the picture shows stands in the registers and exposures as text.`
  return [
    { block: 'picture', svg, width, height, isOverview, title: 'The network as it is drawn', description },
  ]
}
