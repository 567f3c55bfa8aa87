import type { Point } from '../../model/records.ts'
import { type Box, bottom, right } from '../geometry.ts'
import { lengthOf } from './path.ts'
import { SpatialIndex } from './spatial-index.ts'

/** Lengths are in canvas units; the other weights say how many units of detour one of them is worth. */
export const BEND = 24
const WEIGHTS = { obstacle: 500, soft: 70, crossing: 14, shared: 4 }
/** Lines that run closer than this beside each other read as one. */
const APART = 5.5
const CLEARANCE = 7

/** What lies about on a board while its lines are drawn one after another. */
export type Terrain = {
  /** Components, which no line should pass behind. */
  readonly hard: SpatialIndex
  readonly hardBoxes: readonly Box[]
  /** Titles and notes, which lines rather avoid. */
  readonly soft: SpatialIndex
  /** The straight pieces of the lines that are drawn. */
  readonly pieces: SpatialIndex
  readonly uprights: boolean[]
}

export function newTerrain(hardBoxes: readonly Box[], softBoxes: readonly Box[]): Terrain {
  const terrain = {
    hard: new SpatialIndex(),
    hardBoxes,
    soft: new SpatialIndex(),
    pieces: new SpatialIndex(),
    uprights: [],
  }
  for (const box of hardBoxes) {
    terrain.hard.add(
      box.at[0] - CLEARANCE,
      box.at[1] - CLEARANCE,
      right(box) + CLEARANCE,
      bottom(box) + CLEARANCE,
    )
  }
  for (const box of softBoxes) terrain.soft.add(box.at[0], box.at[1], right(box), bottom(box))
  return terrain
}

/** Adds a drawn line, so that later ones keep off it. */
export function occupy(terrain: Terrain, line: readonly Point[]): void {
  for (let index = 1; index < line.length; index++) {
    const [a, b] = [line[index - 1] as Point, line[index] as Point]
    terrain.pieces.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]))
    terrain.uprights.push(a[0] === b[0])
  }
}

export type Judgement = { cost: number; blocked: boolean }

/** How bad a line is, and whether it passes behind a component. Null as soon as it can't be better than `least`. */
export function judge(
  terrain: Terrain,
  line: readonly Point[],
  ends: readonly [Box, Box],
  least: number,
): Judgement | null {
  let cost = BEND * (line.length - 2) + lengthOf(line)
  if (cost >= least) return null
  let blocked = false
  for (let index = 1; index < line.length; index++) {
    const [a, b] = [line[index - 1] as Point, line[index] as Point]
    const [x1, y1] = [Math.min(a[0], b[0]), Math.min(a[1], b[1])]
    const [x2, y2] = [Math.max(a[0], b[0]), Math.max(a[1], b[1])]
    let behind = 0
    for (const hit of terrain.hard.find(x1, y1, x2, y2)) {
      const box = terrain.hardBoxes[hit]
      if (box !== ends[0] && box !== ends[1]) behind++
    }
    if (runsInto(ends[0], x1, y1, x2, y2)) behind++
    if (runsInto(ends[1], x1, y1, x2, y2)) behind++
    if (behind > 0) blocked = true
    cost += WEIGHTS.obstacle * behind + WEIGHTS.soft * terrain.soft.find(x1, y1, x2, y2).length
    if (cost >= least) return null
    cost += crowding(terrain, x1, y1, x2, y2)
  }
  return cost < least ? { cost, blocked } : null
}

/** What a straight piece costs for running beside and across lines that are drawn. */
export function crowding(
  { pieces, uprights }: Terrain,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): number {
  const upright = x1 === x2
  const [wide, high] = upright ? [APART, 0] : [0, APART]
  let cost = 0
  for (const index of pieces.find(x1 - wide, y1 - high, x2 + wide, y2 + high)) {
    if (uprights[index] !== upright) cost += WEIGHTS.crossing
    else if (upright)
      cost += WEIGHTS.shared * (Math.min(y2, pieces.edge(index, 3)) - Math.max(y1, pieces.edge(index, 1)))
    else cost += WEIGHTS.shared * (Math.min(x2, pieces.edge(index, 2)) - Math.max(x1, pieces.edge(index, 0)))
  }
  return cost
}

/** Strictly: a line may leave its component along the border. */
const runsInto = (box: Box, x1: number, y1: number, x2: number, y2: number): boolean =>
  x1 < right(box) - 1 && x2 > box.at[0] + 1 && y1 < bottom(box) - 1 && y2 > box.at[1] + 1
