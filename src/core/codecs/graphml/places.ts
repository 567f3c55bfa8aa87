import { boundsOf } from '../../layout/frames.ts'
import { type Box, COMPONENT_SIZE } from '../../layout/geometry.ts'
import type { Point } from '../../model/records.ts'
import type { Fit } from '../drawing/arrange.ts'
import { APART, roomFor } from '../drawing/room.ts'
import { boxOf, placeOf } from './data.ts'
import type { Item } from './graphs.ts'
import { mapOf, scaleFor, spread } from './map.ts'

/** Where the nodes of a graph stand, by id. */
export type Places = Readonly<{
  boxes: ReadonlyMap<string, Box>
  /** Whether the file says so of most of them; if not, there are no boxes. */
  isPlaced: boolean
  fit: (drawn: readonly Box[]) => Fit
}>

/** Rounds in which nodes without a place are put among those that they are joined to. */
const ROUNDS = 8

/** As the yEd editor draws them, else on a map of the Earth; the few of which nothing is said beside their neighbours or below. */
export function placesOf(items: readonly Item[]): Places {
  const nodes = new Map(
    items.flatMap((item) =>
      item.kind === 'node' ? [[item.element.attributes.get('id') ?? '', item] as const] : [],
    ),
  )
  const drawn = new Map<string, Box>()
  const onEarth = new Map<string, Point>()
  let alone = 0
  for (const [id, { data, isGroup }] of nodes) {
    const [box, place] = [boxOf(data), placeOf(data)]
    if (!isGroup) alone++
    if (box !== null) drawn.set(id, box)
    if (place !== null && !isGroup) onEarth.set(id, place)
  }
  const shown = [...drawn.keys()].filter((id) => nodes.get(id)?.isGroup === false).length
  if (Math.max(shown, onEarth.size) * 2 < alone || nodes.size === 0) return unplaced(nodes.size === 0)
  if (shown * 2 >= alone) {
    const boxes = below(drawn, nodes)
    return { boxes, isPlaced: true, fit: (all) => ({ scale: roomFor(all), grows: true }) }
  }
  const points = new Map(mapOf(onEarth))
  const scale = scaleFor(points.values())
  putAmongNeighbours(points, items, nodes)
  const spreadOut = spread(points, scale)
  if (spreadOut === null) return unplaced(false)
  const boxes = below(spreadOut, nodes)
  return { boxes, isPlaced: true, fit: () => ({ scale: 1, grows: true }) }
}

const unplaced = (isPlaced: boolean): Places => ({
  boxes: new Map(),
  isPlaced,
  fit: () => ({ scale: 1, grows: true }),
})

function putAmongNeighbours(
  points: Map<string, Point>,
  items: readonly Item[],
  nodes: ReadonlyMap<string, Item>,
): void {
  const joined = new Map<string, string[]>()
  for (const { kind, element } of items) {
    const [from, to] = [element.attributes.get('source') ?? '', element.attributes.get('target') ?? '']
    if (kind !== 'edge' || from === to) continue
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      if (points.has(one) || nodes.get(one)?.isGroup !== false) continue
      if (joined.get(one)?.push(other) === undefined) joined.set(one, [other])
    }
  }
  for (let round = 0; round < ROUNDS && joined.size > 0; round++) {
    const found = [...joined].flatMap(([id, others]) => {
      const near = others.map((other) => points.get(other)).filter((point) => point !== undefined)
      const sum = near.reduce<Point>(([x, y], point) => [x + point[0], y + point[1]], [0, 0])
      return near.length === 0 ? [] : [[id, [sum[0] / near.length, sum[1] / near.length]] as const]
    })
    for (const [id, [x, y]] of found) {
      points.set(id, [x, y])
      joined.delete(id)
    }
  }
}

/** With those that have no place in rows below the others. Groups without one lie around what is in them. */
function below(boxes: ReadonlyMap<string, Box>, nodes: ReadonlyMap<string, Item>): ReadonlyMap<string, Box> {
  const whole = boundsOf([...boxes.values()]) ?? { at: [0, 0], size: [0, 0] }
  const left = [...nodes].filter(([id, { isGroup }]) => !isGroup && !boxes.has(id))
  const across = Math.max(1, Math.ceil(Math.sqrt(left.length)))
  const rows = left.map(([id], index): [string, Box] => {
    const [column, row] = [index % across, Math.floor(index / across)]
    const at: Point = [whole.at[0] + column * APART[0], whole.at[1] + whole.size[1] + (row + 1) * APART[1]]
    return [id, { at, size: COMPONENT_SIZE }]
  })
  return new Map([...boxes, ...rows])
}
