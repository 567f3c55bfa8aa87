/** No place or size is beyond this many canvas units, so that adding up a few of them stays a number that JSON can say. */
export const FARTHEST = 10_000_000

const clamp = (value: number): number => Math.max(-FARTHEST, Math.min(FARTHEST, value))

/** The point, or the nearest that a record may have. */
export const withinReach = ([x, y]: readonly [number, number]): [number, number] => [clamp(x), clamp(y)]
