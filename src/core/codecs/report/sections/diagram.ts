import { type Block, type Picture, quiet } from '../document.ts'
import type { Grounds } from '../grounds.ts'
import { some } from '../words.ts'

export function diagram(
  { model, analysed }: Grounds,
  picture: Pick<Picture, 'svg' | 'width' | 'height'> | null,
): Block[] {
  if (picture === null) return [quiet('The diagram is not part of this report.')]
  const { components, links, segments } = model
  const counts = analysed?.result.counts
  const exposed =
    counts === undefined
      ? ''
      : ` ${some(counts.taken, 'exposure')} taken, ${some(counts.reached, 'exposure')} reached.`
  const description = `${some(components.length, 'component')} in ${some(segments.length, 'segment')}, joined by ${some(links.length, 'link')}.${exposed} What the picture shows stands in the registers and exposures as text.`
  return [{ block: 'picture', ...picture, title: 'The network as it is drawn', description }]
}
