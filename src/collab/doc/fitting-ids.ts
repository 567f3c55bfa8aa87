/** As many ids as a list of a state names at most. */
export const MOST_NAMED = 100
/** The server takes 4 kB in all, and a state has two lists. */
const LIST_BYTES = 1500

/** As many ids as may go into one list of a state that the server takes. */
export function fittingIds(ids: Iterable<string>): string[] {
  const fitting: string[] = []
  let left = LIST_BYTES
  for (const id of ids) {
    left -= new TextEncoder().encode(JSON.stringify(id)).length + 1
    if (left < 0 || fitting.length === MOST_NAMED) break
    fitting.push(id)
  }
  return fitting
}
