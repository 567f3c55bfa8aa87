import { type Block, type DrawnBoard, quiet } from '../document.ts'
import type { Grounds } from '../grounds.ts'
import { some } from '../words.ts'

export function diagram({ model, analysed }: Grounds, picture: DrawnBoard | null): Block[] {
  if (picture === null) return [quiet('The diagram is not part of this report.')]
  const { svg, width, height, isOverview, part } = picture
  const { components, links, segments } = model
  const all = { components: components.length, links: links.length, segments: segments.length }
  const counts = analysed?.result.counts
  const exposed =
    counts === undefined || part !== null
      ? ''
      : ` ${some(counts.taken, 'exposure')} taken, ${some(counts.reached, 'exposure')} reached.`
  const small = isOverview
    ? ' It is drawn from far, without names of components and links, which would be too small on a page; an SVG picture of it has them.'
    : ''
  const drawn = part ?? all
  const rest = part === null ? '' : ` The whole board has ${some(all.components, 'component')}.`
  const description = `${some(drawn.components, 'component')} in ${some(drawn.segments, 'segment')}, joined by ${some(drawn.links, 'link')}.${exposed}${rest}${small} What the picture shows stands in the registers and exposures as text.`
  const title = part === null ? 'The network as it is drawn' : part.what
  return [{ block: 'picture', svg, width, height, isOverview, title, description }]
}
