import { byId, compareCodeUnits } from '../../model/order.ts'
import { type Box, middle } from '../geometry.ts'
import type { Route, RouteLink, SidePair } from './route.ts'
import type { End } from './shapes.ts'
import { isUpright, pointOn, rangeOf, type Side, spread } from './sides.ts'

type Port = {
  readonly link: string
  readonly end: 0 | 1
  readonly box: Box
  readonly side: Side
  /** Where the other end lies, measured along the side: neighbours on a side are ordered by it. */
  readonly aim: number
  along: number
  readonly neighbours: Port[]
}

/** How far a port moves from its even place so that a line is straight. */
const STRAIGHTEN = 16
const LEAST_PITCH = 8

/**
 * Gives every link of `sides` a place on each of its two sides: evenly spread, in the order of where they lead, so that
 * they cross as little as can be. Links in `kept` hold the places they have.
 */
export function assignPorts(
  links: readonly RouteLink[],
  components: ReadonlyMap<string, Box>,
  sides: ReadonlyMap<string, SidePair>,
  kept: ReadonlyMap<string, Route> | undefined,
): Map<string, readonly [End, End]> {
  const bySide = new Map<string, Port[]>()
  const ports = new Map<string, [Port, Port]>()
  for (const { id, from, to } of [...links].sort(byId)) {
    const pair = sides.get(id)
    const boxes = [components.get(from), components.get(to)] as const
    if (pair === undefined || boxes[0] === undefined || boxes[1] === undefined || kept?.has(id) === true)
      continue
    const make = (end: 0 | 1): Port => {
      const [box, other, side] = [boxes[end] as Box, boxes[end === 0 ? 1 : 0] as Box, pair[end]]
      const key = `${end === 0 ? from : to} ${side}`
      const neighbours = bySide.get(key) ?? []
      bySide.set(key, neighbours)
      const port = {
        link: id,
        end,
        box,
        side,
        aim: middle(other)[isUpright(side) ? 0 : 1],
        along: 0,
        neighbours,
      }
      neighbours.push(port)
      return port
    }
    ports.set(id, [make(0), make(1)])
  }
  for (const neighbours of bySide.values()) settle(neighbours)
  for (const [a, b] of ports.values()) straighten(a, b)
  return new Map(
    [...ports].map(([id, pair]) => [
      id,
      pair.map(({ box, side, along }) => ({ at: pointOn(box, side, along), side })) as [End, End],
    ]),
  )
}

function settle(ports: Port[]): void {
  const [first] = ports
  if (first === undefined) return
  ports.sort((a, b) => a.aim - b.aim || compareCodeUnits(a.link, b.link))
  const places = spread(first.box, first.side, ports.length)
  ports.forEach((port, index) => {
    port.along = places[index] as number
  })
}

/** Moves the port with fewer neighbours in line with the other one, where both face each other and it has room. */
function straighten(a: Port, b: Port): void {
  if (isUpright(a.side) !== isUpright(b.side) || a.side === b.side) return
  const [mover, goal] = a.neighbours.length <= b.neighbours.length ? [a, b] : [b, a]
  const reach = mover.neighbours.length === 1 ? Infinity : STRAIGHTEN
  const away = Math.abs(mover.along - goal.along)
  if (away === 0 || away > reach) return
  const [first, last] = rangeOf(mover.box, mover.side)
  const place = mover.neighbours.indexOf(mover)
  const low = (mover.neighbours[place - 1]?.along ?? -Infinity) + LEAST_PITCH
  const high = (mover.neighbours[place + 1]?.along ?? Infinity) - LEAST_PITCH
  if (goal.along >= Math.max(first, low) && goal.along <= Math.min(last, high)) mover.along = goal.along
}
