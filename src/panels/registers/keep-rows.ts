/**
 * Gives rows that say the same as before as the objects from before, so that only what has changed is drawn, and looked at
 * for sorting, again. One function for each table, since it remembers what it gave last.
 */
export function rowKeeper<R extends object>(idOf: (row: R) => string): (rows: readonly R[]) => readonly R[] {
  let before = new Map<string, R>()
  return (rows) => {
    const kept = rows.map((row) => {
      const old = before.get(idOf(row))
      return old !== undefined && saysSame(old, row) ? old : row
    })
    before = new Map(kept.map((row) => [idOf(row), row]))
    return kept
  }
}

function saysSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  const [a, b] = [one as Fields, other as Fields]
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => saysSame(a[name], b[name]))
}

type Fields = Readonly<Record<string, unknown>>
