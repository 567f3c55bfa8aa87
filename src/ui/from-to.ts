/** `12 → 5`, or `12` where it stays the same. */
export const fromTo = (before: number, now: number): string =>
  before === now ? `${now}` : `${before} → ${now}`

/** `−7`, `+2` or `±0`, with the sign of mathematics. */
export const signed = (by: number): string => (by === 0 ? '±0' : by > 0 ? `+${by}` : `−${Math.abs(by)}`)
