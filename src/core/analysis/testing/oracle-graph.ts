/** Graph questions answered by trying everything; only for a handful of nodes. */

export type OracleArc = Readonly<{ from: string; to: string; link: string; carries: 'control' | 'access' }>
export type Walk = Readonly<{ path: readonly string[]; links: readonly string[] }>

/** Every loopless path, each choice of parallel links on its own. */
export function allPaths(source: string, target: string, arcs: readonly OracleArc[]): Walk[] {
  const paths: Walk[] = []
  const extend = (walk: Walk): void => {
    const at = walk.path.at(-1)
    if (at === target) paths.push(walk)
    else
      for (const { from, to, link } of arcs) {
        if (from !== at || walk.path.includes(to)) continue
        extend({ path: [...walk.path, to], links: [...walk.links, link] })
      }
  }
  extend({ path: [source], links: [] })
  return paths
}

const compareSequences = (a: readonly string[], b: readonly string[]): number => {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x, y] = [a[i] ?? '', b[i] ?? '']
    if (x !== y) return x < y ? -1 : 1
  }
  return a.length - b.length
}

/** The order of AN10. */
export const compareShown = (a: Walk, b: Walk): number =>
  a.links.length - b.links.length || compareSequences(a.path, b.path) || compareSequences(a.links, b.links)

const reachable = (starts: Iterable<string>, arcs: readonly OracleArc[], without?: string): Set<string> => {
  const reached = new Set([...starts].filter((id) => id !== without))
  for (let size = -1; size !== reached.size; ) {
    size = reached.size
    for (const { from, to } of arcs) if (reached.has(from) && to !== without) reached.add(to)
  }
  return reached
}

const reversed = (arcs: readonly OracleArc[]) => arcs.map((arc) => ({ ...arc, from: arc.to, to: arc.from }))

/** AN11: dominance by leaving the node out and asking whether the other can still be reached. One arc at a time. */
export function prunedArcs(
  arcs: readonly OracleArc[],
  roots: ReadonlySet<string>,
  sinks: ReadonlySet<string>,
): readonly OracleArc[] {
  const superfluous = arcs.find(({ from, to }) => {
    if (!reachable(roots, arcs).has(from) || !reachable(sinks, reversed(arcs)).has(to)) return true
    return !reachable(roots, arcs, to).has(from) || !reachable(sinks, reversed(arcs), from).has(to)
  })
  return superfluous === undefined
    ? arcs
    : prunedArcs(
        arcs.filter((arc) => arc !== superfluous),
        roots,
        sinks,
      )
}
