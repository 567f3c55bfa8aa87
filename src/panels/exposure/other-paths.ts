import type { AttackPath } from '../../core/analysis/more-paths.ts'
import type { Entry, Exposure } from '../../core/analysis/result.ts'
import type { Model } from '../../core/model/records.ts'
import { nameOf } from '../../state/record-names.ts'
import { isSamePath } from '../../state/shown-path.ts'

/**
 * The exposure as if `path` were its shown one. How a weakness is entered is known where some exposure of the risk is shown
 * from the same source, and null elsewhere.
 */
export function alongPath(exposure: Exposure, path: AttackPath, all: readonly Exposure[]): Exposure {
  const { source, hops, path: components, links } = path
  const entry: Entry | null =
    exposure.source === source
      ? exposure.entry
      : (all.find((each) => each.risk === exposure.risk && each.source === source)?.entry ?? null)
  return { ...exposure, source, hops, path: components, links, entry }
}

/** One path in a list of them. `over` names the links, where the components alone would not tell it from another. */
export type PathRow = Readonly<{
  path: AttackPath
  components: readonly string[]
  over: readonly string[] | null
  isShown: boolean
}>

/** The first of the paths is the shown one (AN10). */
export function pathRows(model: Model, paths: readonly AttackPath[]): readonly PathRow[] {
  const alike = new Map<string, number>()
  const keyOf = ({ path }: AttackPath) => path.join(' ')
  for (const path of paths) alike.set(keyOf(path), (alike.get(keyOf(path)) ?? 0) + 1)
  const [shown] = paths
  return paths.map((path) => ({
    path,
    components: path.path.map((id) => nameOf(model, id)),
    over: alike.get(keyOf(path)) === 1 ? null : path.links.map((id) => nameOf(model, id)),
    isShown: shown !== undefined && isSamePath(path, shown),
  }))
}

/** What is to be said of the end of the list; null while the paths have not come. */
export function endOfPaths(count: number, asked: number, most: number): string {
  if (count < asked) return count === 1 ? 'There is no other path.' : 'There are no more.'
  return asked < most ? 'There may be more.' : `The first ${most}; there may be more.`
}
