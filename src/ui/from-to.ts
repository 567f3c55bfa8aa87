/** `12 → 5`, or `12` where it stays the same. */
export const fromTo = (before: number, now: number): string =>
  before === now ? `${now}` : `${before} → ${now}`
