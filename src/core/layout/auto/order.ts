import type { Home } from './home.ts'

/** Places of blocks in the list such that tied ones come near each other: from one with few ties outwards, breadth first. */
export function besideEachOther({ blocks, ties }: Pick<Home, 'blocks' | 'ties'>): number[] {
  const near = blocks.map((): Set<number> => new Set())
  for (const { from, to } of ties) {
    near[from]?.add(to)
    near[to]?.add(from)
  }
  const fewestFirst = (a: number, b: number) => (near[a]?.size ?? 0) - (near[b]?.size ?? 0) || a - b
  const order: number[] = []
  const seen = new Set<number>()
  // What has no ties at all comes last.
  const isTied = (block: number) => (near[block]?.size ?? 0) > 0
  const all = [...blocks.keys()].sort(fewestFirst)
  for (const start of [...all.filter(isTied), ...all.filter((block) => !isTied(block))]) {
    if (seen.has(start)) continue
    seen.add(start)
    order.push(start)
    for (let next = order.length - 1; next < order.length; next++) {
      for (const block of [...(near[order[next] as number] ?? [])].sort(fewestFirst)) {
        if (seen.has(block)) continue
        seen.add(block)
        order.push(block)
      }
    }
  }
  return order
}
