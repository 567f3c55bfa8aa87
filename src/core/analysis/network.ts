import { catalogueCarries, defaultPlane } from '../catalogue/defaults.ts'
import { findPlace } from '../model/order.ts'
import type { Component, Link, Policy } from '../model/records.ts'
import type { Carries } from '../model/terms.ts'
import { buildGraph, type Graph } from './graph.ts'
import { keepLast } from './keep.ts'
import { type Nearby, orderedAs, orderNearby } from './nearby.ts'

/** The arcs of AN4, and which of them a link gives. */
export type Network = Readonly<{
  graph: Graph
  nearby: Nearby
  /** Per arc: 1 where it carries control, 0 where access. */
  owns: Uint8Array
  /** Per link, the arc from its controlling end and the one back; −1 where there is none. */
  along: Int32Array
  against: Int32Array
}>

/** Lays networks one after another. `components` is told apart by identity, and so is each link. */
export function makeNetworks(): (
  links: readonly Link[],
  components: readonly Component[],
  planes: Policy['planes'],
) => Network {
  const endsOf = makeEnds()
  const nearbyOf = makeNearby()
  const network = keepLast((ends: Ends, nodeCount: number, size: number): Network => {
    const laid = layNetwork(ends, nodeCount, size)
    return { ...laid, nearby: nearbyOf(laid.graph, ends.anew / size) }
  })
  return (links, components, planes) =>
    network(endsOf(links, components, planes), components.length, links.length)
}

const MOST_STALE = 0.1

/** Keeps the order of the nodes until a tenth of the links are others than when it was found. */
function makeNearby(): (graph: Graph, anew: number) => Nearby {
  let last: Nearby | null = null
  let stale = 0
  return (graph, anew) => {
    stale += anew
    if (last === null || !(stale <= MOST_STALE)) {
      last = orderNearby(graph)
      stale = 0
    } else last = orderedAs(last, graph)
    return last
  }
}

/** Per link: the numbers of its ends, and how it is passed. `anew` counts those that the last list did not have. */
type Ends = Readonly<{ from: Int32Array; to: Int32Array; passes: Uint8Array; anew: number }>

const NOT = 0
const CONTROL = 1
const ACCESS = 2
const BACK = 4

/**
 * Links that the last list had, too, have the same ends as there: most edits leave nearly all of them alone. The last answer
 * itself is given again where no link has other ends or passes otherwise, as when one is only named.
 */
function makeEnds() {
  let last: { links: readonly Link[]; components: readonly Component[]; planes: string; ends: Ends } | null =
    null
  return (links: readonly Link[], components: readonly Component[], planes: Policy['planes']): Ends => {
    const said = JSON.stringify(planes)
    const before = last !== null && last.components === components && last.planes === said ? last : null
    if (before?.links === links) return before.ends
    const find = before === null ? finderOf(components) : (id: string) => placeOf(id, components)
    let anew = 0
    let isSame = before?.links.length === links.length
    const columns = {
      from: new Int32Array(links.length),
      to: new Int32Array(links.length),
      passes: new Uint8Array(links.length),
    }
    const lay = (record: Link, link: number) => {
      const from = find(record.from ?? '')
      const to = find(record.to ?? '')
      anew++
      columns.from[link] = from
      columns.to[link] = to
      columns.passes[link] = from === -1 || to === -1 || from === to ? NOT : passesOf(record, planes)
      isSame &&= before !== null && alikeAt(link, columns, before.ends)
    }
    let old = 0
    for (let link = 0; link < links.length; ) {
      const record = links[link] as Link
      while ((before?.links[old]?.id ?? record.id) < record.id) old++
      const run = before === null ? 0 : runLength(before.links, old, links, link)
      if (before !== null && run > 0) {
        columns.from.set(before.ends.from.subarray(old, old + run), link)
        columns.to.set(before.ends.to.subarray(old, old + run), link)
        columns.passes.set(before.ends.passes.subarray(old, old + run), link)
        isSame &&= old === link
        old += run
        link += run
      } else lay(record, link++)
    }
    const ends = isSame && before !== null ? before.ends : { ...columns, anew }
    last = { links, components, planes: said, ends }
    return ends
  }
}

const alikeAt = (link: number, a: Omit<Ends, 'anew'>, b: Omit<Ends, 'anew'>): boolean =>
  a.from[link] === b.from[link] && a.to[link] === b.to[link] && a.passes[link] === b.passes[link]

/** How many links from two places on are the very same. */
function runLength(before: readonly Link[], old: number, links: readonly Link[], link: number): number {
  let run = 0
  while (link + run < links.length && before[old + run] === links[link + run]) run++
  return run
}

function passesOf(record: Link, planes: Policy['planes']): number {
  const carries = carriesOf(record, { planes })
  if (carries === 'none') return NOT
  return (carries === 'control' ? CONTROL : ACCESS) | (record.direction === 'both' ? BACK : 0)
}

/** What a link carries from its controlling end (AN4). */
export function carriesOf(link: Link, policy: Pick<Policy, 'planes'>): Carries {
  return (
    link.carries ??
    catalogueCarries(link.interface) ??
    policy.planes[link.plane ?? defaultPlane(link.interface)]
  )
}

/** Where a link gives no arc. */
const NO_ARC = -1
const AGAINST = 1
const OWNS = 2

function layNetwork({ from, to, passes }: Ends, nodeCount: number, size: number): Omit<Network, 'nearby'> {
  const arcs = {
    tail: new Int32Array(2 * size),
    head: new Int32Array(2 * size),
    // With each link which way an arc goes along it and what it carries, so that the built graph need not look it up.
    link: new Int32Array(2 * size),
  }
  let count = 0
  const lay = (tail: number, head: number, link: number) => {
    arcs.tail[count] = tail
    arcs.head[count] = head
    arcs.link[count++] = link
  }
  for (let link = 0; link < size; link++) {
    const how = passes[link] as number
    if (how === NOT) continue
    const [a, b] = [from[link] as number, to[link] as number]
    lay(a, b, (link << 2) | ((how & CONTROL) !== 0 ? OWNS : 0))
    if ((how & BACK) !== 0) lay(b, a, (link << 2) | AGAINST)
  }
  const built = buildGraph(nodeCount, {
    tail: arcs.tail.subarray(0, count),
    head: arcs.head.subarray(0, count),
    link: arcs.link.subarray(0, count),
  })
  const linkOf = new Int32Array(count)
  const owns = new Uint8Array(count)
  const along = new Int32Array(size).fill(NO_ARC)
  const against = new Int32Array(size).fill(NO_ARC)
  for (let arc = 0; arc < count; arc++) {
    const laid = built.link[arc] as number
    const link = laid >> 2
    linkOf[arc] = link
    owns[arc] = Number((laid & OWNS) !== 0)
    if ((laid & AGAINST) === 0) along[link] = arc
    else against[link] = arc
  }
  return { graph: { ...built, link: linkOf }, owns, along, against }
}

/** The uncut and cut arcs of a link, at most two. */
export function arcsOfLink(
  { links, along, against }: Network & { links: readonly Link[] },
  id: string,
): number[] {
  const link = placeOf(id, links)
  if (link === -1) return []
  return [along[link] as number, against[link] as number].filter((arc) => arc !== NO_ARC)
}

type Records = readonly { readonly id: string }[]

/** The place of an id in records that are in order of theirs; −1 where there is none. */
export function placeOf(id: string, records: Records): number {
  const { place, found } = findPlace(records, id)
  return found ? place : -1
}

/** The same, for when nearly all of them are asked for. */
function finderOf(records: Records): (id: string) => number {
  const places = new Map<string, number>()
  for (let place = 0; place < records.length; place++)
    places.set((records[place] as Records[number]).id, place)
  return (id) => places.get(id) ?? -1
}
