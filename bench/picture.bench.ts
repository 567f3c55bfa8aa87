import { renderSvg } from '../src/core/codecs/svg/svg.ts'
import { normalise } from '../src/core/model/normalise.ts'
import type { Model } from '../src/core/model/records.ts'
import { median, timeMs } from './measure.ts'
import { operatorNetwork } from './operator-network.ts'
import { bar, inMs, inThousands, table, title } from './report.ts'

const SIZE = 10_000
const LINKS_PER_COMPONENT = 1.2
const RUNS = 5
const MOST_MS = 2_000

/** What drawing a whole board as SVG takes: routing its lines, fitting its names, and writing it all down. */
export function benchPicture(size: number | null): void {
  const model = laidOut(operatorNetwork(size ?? SIZE))
  const { components, links } = model
  title(
    `picture of ${inThousands(components.length)} components, ${inThousands(links.length)} links; ${RUNS} runs`,
  )
  let characters = 0
  const times = Array.from({ length: RUNS }, () =>
    timeMs(() => {
      const { svg } = renderSvg(model, {
        theme: 'light',
        mode: 'plain',
        show: { all: true },
        legend: true,
        result: null,
        date: '2026-11-23',
      })
      characters = svg.length
    }),
  )
  table([
    ['the first', inMs(times[0] as number)],
    ['median', inMs(median(times))],
    ['characters', inThousands(characters)],
  ])
  bar({ what: 'the first', figure: times[0] as number, unit: 'ms', most: MOST_MS })
}

/** Every segment by itself in a grid of segments, its components in a grid within; as many links as is usual. */
function laidOut(network: Model): Model {
  const inside = new Map<string | null, number>()
  const segments = network.segments.map((segment, i) => ({
    ...segment,
    parent: null,
    pos: [(i % 11) * 2_600, Math.floor(i / 11) * 1_700] as [number, number],
    size: [2_500, 1_600] as [number, number],
  }))
  const components = network.components.map((component) => {
    const place = inside.get(component.segment) ?? 0
    inside.set(component.segment, place + 1)
    return {
      ...component,
      pos: [40 + (place % 10) * 240, 60 + Math.floor(place / 10) * 130] as [number, number],
    }
  })
  const links = network.links.slice(0, Math.round(components.length * LINKS_PER_COMPONENT))
  return normalise({ ...network, segments, components, links }).model
}
