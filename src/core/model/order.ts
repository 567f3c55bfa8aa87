/** Order by code unit, the one order that every engine and locale agrees on (AN10, AN14). */
export const compareCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  compareCodeUnits(a.id, b.id)
