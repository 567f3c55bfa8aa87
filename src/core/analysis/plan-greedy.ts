import type { CutGraph } from './plan-graph.ts'
import { openWays, type Ways } from './plan-ways.ts'

/** A set of options of which every cut has at least one; ascending. */
type Row = readonly number[]

/** A label cut, and what every one of them has to weigh at least. */
export type Cut = Readonly<{
  /** Options, ascending. */
  chosen: readonly number[]
  weight: number
  bound: number
  /** The rows on which the bound rests. */
  rows: readonly Row[]
}>

/** A count, not a time, so that every machine gives the same answer (AN14). More hardly ever find more. */
const PASSES = 10

/**
 * A light label cut and a bound, by a primal–dual search as in Goemans and Williamson, The primal-dual method for
 * approximation algorithms and its application to network design problems, 1997: while a way is open, a row that is not
 * hit pays its members evenly until the lightest of them is paid for, which is then chosen. What is paid in all is no more
 * than any cut weighs. In the end those chosen that are not needed go, the last first.
 *
 * Which row pays first matters. So it is done again, with the rows first that could pay the least the time before, and the
 * best cut and the best bound stay; a first cut is what is left of all options when the heaviest are spared first.
 */
export function greedyCut(graph: CutGraph, weights: Float64Array): Cut {
  const ways = openWays(graph, weights.length)
  const weigh = (chosen: readonly number[]) =>
    chosen.reduce((sum, option) => sum + (weights[option] as number), 0)
  const everything = [...weights.keys()]
  const lightestFirst = everything.toSorted(
    (a, b) => (weights[a] as number) - (weights[b] as number) || a - b,
  )
  let chosen = needed(lightestFirst, ways)
  let [weight, bound] = [weigh(chosen), 0]
  let rows: readonly Row[] = []
  for (let pass = 0; pass < PASSES && bound < weight; pass++) {
    const paid = payRows(rows, weights, ways)
    const other = needed(paid.order, ways)
    if (weigh(other) < weight) {
      chosen = other
      weight = weigh(other)
    }
    bound = Math.max(bound, paid.total)
    rows = paid.rows
  }
  return { chosen: chosen.toSorted((a, b) => a - b), weight, bound, rows }
}

/** What is left of a cut when, from the last to the first, those go that it can do without. */
function needed(cut: readonly number[], { choose, find }: Ways): number[] {
  const kept: number[] = []
  for (const option of cut) choose(option, 1)
  for (const option of cut.toReversed()) {
    choose(option, -1)
    if (find() === null) continue
    choose(option, 1)
    kept.push(option)
  }
  for (const option of kept) choose(option, -1)
  return kept
}

/** One pass: the rows known pay first, in their order, then such as are found. */
function payRows(known: readonly Row[], weights: Float64Array, ways: Ways) {
  const unpaid = weights.slice()
  const order: number[] = []
  const payments: { row: Row; paid: number }[] = []
  const pay = (row: Row) => {
    const paid = row.reduce((least, option) => Math.min(least, unpaid[option] as number), Infinity)
    payments.push({ row, paid })
    if (paid === 0) return
    for (const option of row) {
      unpaid[option] = (unpaid[option] as number) - paid
      if (unpaid[option] !== 0) continue
      order.push(option)
      ways.choose(option, 1)
    }
  }
  for (const row of known) pay(row)
  for (let way = ways.find(); way !== null; way = ways.find()) pay(smallestRow(way, unpaid, ways))
  for (const option of order) ways.choose(option, -1)
  return {
    order,
    total: payments.reduce((sum, { paid }) => sum + paid, 0),
    rows: payments.toSorted((a, b) => a.paid - b.paid).map(({ row }) => row),
  }
}

/**
 * A row of options that cut the way given: it stays open, or another does, while all others are chosen. No member can be
 * spared; those of which least is unpaid are the first to go, so that much can be paid.
 */
function smallestRow(way: readonly number[], unpaid: Float64Array, { choose, isChosen, find }: Ways): Row {
  const spared = [...unpaid.keys()].filter((option) => !isChosen(option) && !way.includes(option))
  for (const option of spared) choose(option, 1)
  const row: number[] = []
  for (const option of way.toSorted((a, b) => (unpaid[a] as number) - (unpaid[b] as number) || b - a)) {
    choose(option, 1)
    if (find() === null) {
      choose(option, -1)
      row.push(option)
    } else spared.push(option)
  }
  for (const option of spared) choose(option, -1)
  return row.sort((a, b) => a - b)
}
