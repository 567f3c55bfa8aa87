import type { Point } from '../core/model/records.ts'

/** The four ways of the arrow keys, as unit vectors of the canvas (y grows downward). */
export const DIRECTIONS = [
  { name: 'left', key: 'ArrowLeft', vector: [-1, 0] },
  { name: 'right', key: 'ArrowRight', vector: [1, 0] },
  { name: 'up', key: 'ArrowUp', vector: [0, -1] },
  { name: 'down', key: 'ArrowDown', vector: [0, 1] },
] as const satisfies readonly { name: string; key: string; vector: Point }[]
