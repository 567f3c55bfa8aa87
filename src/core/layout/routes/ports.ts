import { byId, compareCodeUnits } from '../../model/order.ts'
import { type Box, middle } from '../geometry.ts'
import { type InParts, PART } from './in-parts.ts'
import type { Route, RouteLink, SidePair } from './route.ts'
import type { End } from './shapes.ts'
import { isUpright, pointOn, rangeOf, type Side, spread } from './sides.ts'

type Port = {
  readonly link: string
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
export function* assignPorts(
  links: readonly RouteLink[],
  components: ReadonlyMap<string, Box>,
  sides: ReadonlyMap<string, SidePair>,
  kept: ReadonlyMap<string, Route> | undefined,
): InParts<Map<string, readonly [End, End]>> {
  const sidesOf = new Map<string, Record<Side, Port[]>>()
  const portsOn = (component: string, side: Side): Port[] => {
    const sides = sidesOf.get(component) ?? { top: [], right: [], bottom: [], left: [] }
    sidesOf.set(component, sides)
    return sides[side]
  }
  const ports = new Map<string, readonly [Port, Port]>()
  for (const { id, from, to } of [...links].sort(byId)) {
    const pair = sides.get(id)
    const [a, b] = [components.get(from), components.get(to)]
    if (pair === undefined || a === undefined || b === undefined || kept?.has(id) === true) continue
    const made = [
      newPort(id, a, pair[0], b, portsOn(from, pair[0])),
      newPort(id, b, pair[1], a, portsOn(to, pair[1])),
    ] as const
    for (const port of made) port.neighbours.push(port)
    ports.set(id, made)
    if (ports.size % PART === 0) yield
  }
  let settled = 0
  for (const each of sidesOf.values()) {
    for (const neighbours of Object.values(each)) settle(neighbours)
    if (++settled % PART === 0) yield
  }
  const ends = new Map<string, readonly [End, End]>()
  for (const [a, b] of ports.values()) straighten(a, b)
  for (const [id, [a, b]] of ports) {
    ends.set(id, [endAt(a), endAt(b)])
    if (ends.size % PART === 0) yield
  }
  return ends
}

const endAt = ({ box, side, along }: Port): End => ({ at: pointOn(box, side, along), side })

const newPort = (link: string, box: Box, side: Side, other: Box, neighbours: Port[]): Port => ({
  link,
  box,
  side,
  aim: middle(other)[isUpright(side) ? 0 : 1],
  along: 0,
  neighbours,
})

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
