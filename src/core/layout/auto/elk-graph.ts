import type { Point } from '../../model/records.ts'
import { type Box, overlap } from '../geometry.ts'
import { ASPECT, type Home, type Places, settled } from './home.ts'

/** As much of a graph of elkjs as is asked for here. */
export type ElkGraph = {
  id: string
  x?: number
  y?: number
  width?: number
  height?: number
  layoutOptions?: Record<string, string>
  children?: ElkGraph[]
  edges?: { id: string; sources: string[]; targets: string[] }[]
}

export const ELK_DIRECTIONS = ['RIGHT', 'DOWN'] as const
export type ElkDirection = (typeof ELK_DIRECTIONS)[number]

/** The home as a graph that elk lays out in layers. Lines take next to no room there: the canvas draws its own. */
export function elkGraphOf({ blocks, ties, gap }: Home, direction: ElkDirection): ElkGraph {
  const [between, beside] = direction === 'RIGHT' ? gap : [gap[1], gap[0]]
  return {
    id: 'home',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': direction,
      'elk.aspectRatio': String(ASPECT),
      'elk.padding': '[top=0,left=0,bottom=0,right=0]',
      'elk.spacing.nodeNode': String(beside),
      'elk.spacing.componentComponent': String(Math.max(between, beside)),
      'elk.spacing.edgeNode': '4',
      'elk.spacing.edgeEdge': '2',
      'elk.layered.spacing.nodeNodeBetweenLayers': String(between),
      'elk.layered.spacing.edgeNodeBetweenLayers': '4',
      'elk.layered.spacing.edgeEdgeBetweenLayers': '2',
      'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
      'elk.layered.compaction.postCompaction.strategy': 'EDGE_LENGTH',
    },
    children: blocks.map(({ size: [width, height] }, index) => ({ id: `b${index}`, width, height })),
    edges: [...new Set(ties.map(({ from, to }) => `${from} ${to}`))].map((pair, index) => {
      const [from, to] = pair.split(' ')
      return { id: `t${index}`, sources: [`b${from}`], targets: [`b${to}`] }
    }),
  }
}

/** Null where the answer lacks a place, or lays one block on another. */
export function placesIn({ blocks }: Home, { children }: ElkGraph): Places | null {
  const found = new Map(children?.map(({ id, x, y }) => [id, [x, y]]))
  const answer = blocks.map((_, index) => found.get(`b${index}`) ?? [])
  const isPlaced = answer.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y))
  const places = isPlaced ? settled(answer as unknown as Point[]) : []
  const boxes = places.map((at, index): Box => ({ at, size: blocks[index]?.size ?? [0, 0] }))
  const isClear = boxes.every((box, index) => boxes.slice(0, index).every((other) => !overlap(box, other)))
  return isPlaced && isClear ? places : null
}
