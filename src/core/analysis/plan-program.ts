import { type Cut } from './plan-greedy.ts'
import { type CutGraph, END, START } from './plan-graph.ts'

/**
 * A mixed integer program: the least cost·z with rowLower ≤ A z and colLower ≤ z ≤ colUpper, z whole where `integrality`
 * is 1; A by rows, those of row i at starts[i] … starts[i + 1] − 1. Plain numbers, to be posted to a worker.
 */
export type Program = Readonly<{
  numCols: number
  numRows: number
  colCost: Float64Array
  colLower: Float64Array
  colUpper: Float64Array
  rowLower: Float64Array
  rowUpper: Float64Array
  integrality: Int32Array
  starts: Int32Array
  indices: Int32Array
  values: Float64Array
}>

/**
 * The label cut as a compact program: z holds 1 for each option that is chosen, and for each node at least 1 where an open
 * way leads to it; an arc says y_head ≥ y_tail − Σ of what cuts it. Only the choices have to be whole. The rows of the
 * greedy search are true of every cut and make the relaxation tighter, in which one choice on two arcs of a way counts
 * twice.
 */
export function planProgram(graph: CutGraph, { rows }: Cut, weights: Float64Array): Program {
  const numCols = weights.length + graph.nodeCount - 2
  const colCost = new Float64Array(numCols)
  colCost.set(weights)
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  const rowLower: number[] = []
  const add = (column: number, value: number) => {
    indices.push(column)
    values.push(value)
  }
  const close = (atLeast: number) => {
    rowLower.push(atLeast)
    starts.push(indices.length)
  }
  const columnOf = (node: number) => weights.length + node - 2
  graph.tail.forEach((tail, arc) => {
    const head = graph.head[arc] as number
    for (const option of graph.sets[graph.cutBy[arc] as number] as readonly number[]) add(option, 1)
    if (head !== END) add(columnOf(head), 1)
    if (tail !== START) add(columnOf(tail), -1)
    close(tail === START ? 1 : 0)
  })
  for (const row of rows) {
    for (const option of row) add(option, 1)
    close(1)
  }
  return {
    numCols,
    numRows: rowLower.length,
    colCost,
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(1),
    rowLower: Float64Array.from(rowLower),
    rowUpper: new Float64Array(rowLower.length).fill(Infinity),
    integrality: Int32Array.from({ length: numCols }, (_, column) => Number(column < weights.length)),
    starts: Int32Array.from(starts),
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
  }
}
