/** Order by code unit, the one order that every engine and locale agrees on (AN10, AN14). */
export const compareCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  compareCodeUnits(a.id, b.id)

/** Where a record stands in a list that is in order of id, or would stand if it were there. */
export function findPlace(
  list: readonly { readonly id: string }[],
  id: string,
): Readonly<{ place: number; found: boolean }> {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.id ?? '') < id) low = middle + 1
    else high = middle
  }
  return { place: low, found: list[low]?.id === id }
}
