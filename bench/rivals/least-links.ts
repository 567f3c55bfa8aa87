import { boykovKolmogorov, ENDLESS, type TwoSided } from './boykov-kolmogorov.ts'
import type { CutProblem } from './cut-problem.ts'

const NO_STEP = -1

/** Per link, its one or two steps; `NO_STEP` where there is none. */
type StepsOfLinks = Readonly<{ first: Int32Array; second: Int32Array }>

export type LinkNetwork = Readonly<{
  network: TwoSided
  /** Flow that passes a node between the terminals without any arc. */
  direct: number
  steps: StepsOfLinks
  comesFromOutside: (step: number) => boolean
}>

/**
 * A node for each component. A link whose steps lead both ways is one arc pair with room for 1 either way: only one of
 * them can cross a cut in its direction, so that the link counts once. A step from where an attacker stands anyway comes
 * from the source itself; where both steps of a link do so, they share a node behind room for 1.
 */
export function linkNetwork(problem: CutProblem): LinkNetwork {
  const { nodeCount, links, tail, head, link, isAccess, foothold, untrusted, targets } = problem
  const comesFromOutside = (step: number) => isAccess[step] === 1 && untrusted[tail[step] as number] === 1
  const first = new Int32Array(links.length).fill(NO_STEP)
  const second = new Int32Array(links.length).fill(NO_STEP)
  let shared = 0
  for (let step = 0; step < link.length; step++) {
    const at = link[step] as number
    if (first[at] === NO_STEP) {
      first[at] = step
      continue
    }
    second[at] = step
    if (comesFromOutside(step) && comesFromOutside(first[at] as number)) shared++
  }
  const terminal = new Int32Array(nodeCount + shared)
  const pairs = makePairs(links.length + shared)
  let free = nodeCount
  for (let at = 0; at < links.length; at++) {
    const [one, other] = [first[at] as number, second[at] as number]
    if (one === NO_STEP) continue
    const [to, from] = [head[one] as number, tail[one] as number]
    const fromOutside = Number(comesFromOutside(one)) + Number(other !== NO_STEP && comesFromOutside(other))
    if (fromOutside === 0) pairs.add(from, to, 1, other === NO_STEP ? 0 : 1)
    else if (fromOutside === 2) {
      terminal[free] = 1
      pairs.add(free, to, ENDLESS, 0)
      pairs.add(free, head[other] as number, ENDLESS, 0)
      free++
    } else {
      const outer = comesFromOutside(one) ? one : other
      const inner = outer === one ? other : one
      terminal[head[outer] as number] = (terminal[head[outer] as number] as number) + 1
      if (inner !== NO_STEP) pairs.add(tail[inner] as number, head[inner] as number, 1, 0)
    }
  }
  let direct = 0
  for (let node = 0; node < nodeCount; node++) if (foothold[node] === 1) terminal[node] = ENDLESS
  for (const target of targets) {
    if (foothold[target] === 1) continue
    direct += terminal[target] as number
    terminal[target] = (terminal[target] as number) - ENDLESS
  }
  return { network: pairs.close(terminal), direct, steps: { first, second }, comesFromOutside }
}

/** How many links, and which. */
export function leastLinks(problem: CutProblem, { network, direct, steps, comesFromOutside }: LinkNetwork) {
  const { links, tail, head } = problem
  const { flow, inside } = boykovKolmogorov(network)
  const crosses = (step: number): boolean =>
    step !== NO_STEP &&
    inside[head[step] as number] === 1 &&
    (comesFromOutside(step) || inside[tail[step] as number] === 0)
  const cut: string[] = []
  for (let at = 0; at < links.length; at++)
    if (crosses(steps.first[at] as number) || crosses(steps.second[at] as number)) cut.push(links[at] ?? '')
  return { count: flow + direct, cut }
}

function makePairs(most: number) {
  const from = new Int32Array(most)
  const to = new Int32Array(most)
  const there = new Int32Array(most)
  const backThere = new Int32Array(most)
  let count = 0
  const add = (a: number, b: number, forth: number, back: number) => {
    from[count] = a
    to[count] = b
    there[count] = forth
    backThere[count] = back
    count++
  }
  const close = (terminal: Int32Array): TwoSided => {
    const start = new Int32Array(terminal.length + 1)
    const bump = (node: number) => {
      start[node + 1] = (start[node + 1] as number) + 1
    }
    for (let pair = 0; pair < count; pair++) {
      bump(from[pair] as number)
      bump(to[pair] as number)
    }
    for (let node = 0; node < terminal.length; node++)
      start[node + 1] = (start[node + 1] as number) + (start[node] as number)
    const free = start.slice()
    const take = (node: number): number => {
      const arc = free[node] as number
      free[node] = arc + 1
      return arc
    }
    const [head, back, room] = [
      new Int32Array(2 * count),
      new Int32Array(2 * count),
      new Int32Array(2 * count),
    ]
    for (let pair = 0; pair < count; pair++) {
      const forth = take(from[pair] as number)
      const reverse = take(to[pair] as number)
      head[forth] = to[pair] as number
      head[reverse] = from[pair] as number
      back[forth] = reverse
      back[reverse] = forth
      room[forth] = there[pair] as number
      room[reverse] = backThere[pair] as number
    }
    return { start, head, back, room, terminal }
  }
  return { add, close }
}
