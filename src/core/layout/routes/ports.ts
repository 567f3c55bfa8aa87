import { byId, compareCodeUnits } from '../../model/order.ts'
import { type Box, middle } from '../geometry.ts'
import { type InParts, PART } from '../../model/in-parts.ts'
import type { Route, RouteLink, SidePair } from './route.ts'
import type { End } from './shapes.ts'
import { isUpright, pointOn, rangeOf, type Side, sideAt, spread } from './sides.ts'

type Port = {
  readonly link: string
  readonly box: Box
  readonly side: Side
  /** Where the other end lies, measured along the side: neighbours on a side are ordered by it. */
  readonly aim: number
  along: number
  readonly neighbours: Neighbours
}
/** What meets one side. `taken`: where links hold places that they keep. */
type Neighbours = { readonly ports: Port[]; readonly taken: number[] }
type Sides = Partial<Record<Side, Neighbours>>

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
  const sidesOf = new Map<string, Sides>()
  const portsOn = (component: string, side: Side): Neighbours => {
    const sides = sidesOf.get(component) ?? {}
    sidesOf.set(component, sides)
    return (sides[side] ??= { ports: [], taken: [] })
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
    for (const port of made) port.neighbours.ports.push(port)
    ports.set(id, made)
    if (ports.size % PART === 0) yield
  }
  if (kept !== undefined) notePlaces(links, components, kept, sidesOf)
  let settled = 0
  for (const each of sidesOf.values()) {
    for (const side of Object.values(each)) settle(side)
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

const newPort = (link: string, box: Box, side: Side, other: Box, neighbours: Neighbours): Port => ({
  link,
  box,
  side,
  aim: middle(other)[isUpright(side) ? 0 : 1],
  along: 0,
  neighbours,
})

/** Notes where links that are kept meet the sides on which others come to be. */
function notePlaces(
  links: readonly RouteLink[],
  components: ReadonlyMap<string, Box>,
  kept: ReadonlyMap<string, Route>,
  sidesOf: ReadonlyMap<string, Sides>,
): void {
  for (const { id, from, to } of links) {
    const points = kept.get(id)?.points
    for (const [component, end] of [
      [from, points?.[0]],
      [to, points?.at(-1)],
    ] as const) {
      const [sides, box] = [sidesOf.get(component), components.get(component)]
      if (sides === undefined || box === undefined || end === undefined) continue
      const side = sideAt(box, end)
      const neighbours = side === null ? undefined : sides[side]
      if (side !== null) neighbours?.taken.push(end[isUpright(side) ? 0 : 1])
    }
  }
}

function settle({ ports, taken }: Neighbours): void {
  const [first] = ports
  if (first === undefined) return
  ports.sort((a, b) => a.aim - b.aim || compareCodeUnits(a.link, b.link))
  const places = freeOf(spread(first.box, first.side, ports.length + taken.length), taken, ports.length)
  ports.forEach((port, index) => {
    port.along = places[index] as number
  })
}

/** So many of the places, in order: those farthest from what is taken. */
function freeOf(places: readonly number[], taken: readonly number[], count: number): readonly number[] {
  if (taken.length === 0) return places
  const held = taken.toSorted((a, b) => a - b)
  let next = 0
  const free = places.map((place) => {
    while (next < held.length && (held[next] as number) < place) next++
    const [before, after] = [held[next - 1] ?? -Infinity, held[next] ?? Infinity]
    return { place, distance: Math.min(place - before, after - place) }
  })
  const farthest = free.sort((a, b) => b.distance - a.distance).slice(0, count)
  return farthest.map(({ place }) => place).sort((a, b) => a - b)
}

/** Moves the port with fewer neighbours in line with the other one, where both face each other and it has room. */
function straighten(a: Port, b: Port): void {
  if (isUpright(a.side) !== isUpright(b.side) || a.side === b.side) return
  const [mover, goal] = a.neighbours.ports.length <= b.neighbours.ports.length ? [a, b] : [b, a]
  const { ports, taken } = mover.neighbours
  const reach = ports.length === 1 ? Infinity : STRAIGHTEN
  const away = Math.abs(mover.along - goal.along)
  if (away === 0 || away > reach) return
  const [first, last] = rangeOf(mover.box, mover.side)
  const place = ports.indexOf(mover)
  const low = (ports[place - 1]?.along ?? -Infinity) + LEAST_PITCH
  const high = (ports[place + 1]?.along ?? Infinity) - LEAST_PITCH
  const isFree = taken.every((each) => Math.abs(each - goal.along) >= LEAST_PITCH)
  if (isFree && goal.along >= Math.max(first, low) && goal.along <= Math.min(last, high))
    mover.along = goal.along
}
