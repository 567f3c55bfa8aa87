/** One drawn row of a tree, in reading order. `open` is null for a leaf; levels begin at 1. */
export type TreeRow = Readonly<{
  key: string
  level: number
  open: boolean | null
  /** What type-ahead looks for: the beginning of what is written in the row. */
  label: string
}>

/** What a key does to a tree: the focus goes somewhere, or a row opens or closes. */
export type TreeMove = Readonly<
  { focus: string } | { toggle: readonly string[]; open: true } | { toggle: readonly string[]; open: false }
>

const PAGE = 10

/** The keys of the tree pattern (WAI-ARIA APG, "Tree View"): what `key` does with the focus on the row `at`. */
export function treeMove(rows: readonly TreeRow[], at: string, key: string): TreeMove | null {
  const index = rows.findIndex((row) => row.key === at)
  const row = rows[index]
  if (row === undefined) return null
  const to = (target: number): TreeMove | null => {
    const found = rows[Math.max(0, Math.min(rows.length - 1, target))]
    return found === undefined ? null : { focus: found.key }
  }
  switch (key) {
    case 'ArrowDown':
      return to(index + 1)
    case 'ArrowUp':
      return to(index - 1)
    case 'PageDown':
      return to(index + PAGE)
    case 'PageUp':
      return to(index - PAGE)
    case 'Home':
      return to(0)
    case 'End':
      return to(rows.length - 1)
    case 'ArrowRight':
      if (row.open === false) return { toggle: [row.key], open: true }
      return row.open === true && (rows[index + 1]?.level ?? 0) > row.level ? to(index + 1) : null
    case 'ArrowLeft':
      if (row.open === true) return { toggle: [row.key], open: false }
      return to(parentIndex(rows, index) ?? index)
    case '*':
      return { toggle: closedSiblings(rows, index), open: true }
    default:
      return null
  }
}

/**
 * The next row whose label begins with what was typed, from the focused row on and round; one letter typed again and
 * again goes from one such row to the next.
 */
export function typeAhead(rows: readonly TreeRow[], at: string, typed: string): string | null {
  const wanted = typed.toLowerCase()
  const again = [...wanted].every((letter) => letter === wanted[0])
  const start = Math.max(
    0,
    rows.findIndex((row) => row.key === at),
  )
  const sought = again ? wanted.slice(0, 1) : wanted
  for (let step = again ? 1 : 0; step <= rows.length; step++) {
    const row = rows[(start + step) % rows.length]
    if (row?.label.toLowerCase().startsWith(sought)) return row.key
  }
  return null
}

function parentIndex(rows: readonly TreeRow[], index: number): number | null {
  const level = rows[index]?.level ?? 1
  for (let at = index - 1; at >= 0; at--) if ((rows[at]?.level ?? level) < level) return at
  return null
}

function closedSiblings(rows: readonly TreeRow[], index: number): string[] {
  const level = rows[index]?.level
  const parent = parentIndex(rows, index)
  const keys: string[] = []
  for (let at = parent === null ? 0 : parent + 1; at < rows.length; at++) {
    const row = rows[at]
    if (row === undefined || (level !== undefined && row.level < level)) break
    if (row.level === level && row.open === false) keys.push(row.key)
  }
  return keys
}

/** Place among the siblings and their number, per row: what a screen reader says where not every row is drawn. */
export function placesOf(rows: readonly TreeRow[]): readonly Readonly<{ place: number; size: number }>[] {
  const groups: { size: number }[] = []
  const counted = rows.map(({ level }) => {
    groups.length = Math.min(groups.length, level)
    for (let depth = groups.length; depth < level; depth++) groups.push({ size: 0 })
    const group = groups[level - 1] as { size: number }
    group.size++
    return { place: group.size, group }
  })
  return counted.map(({ place, group }) => ({ place, size: group.size }))
}
