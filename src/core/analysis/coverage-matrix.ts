import { placeOf } from './network.ts'
import { COVERAGE_STATES, type CoverageColumns } from './coverage.ts'
import {
  COUNTS_AS_COVERED,
  COUNTS_AS_ENDED,
  segmentsAround,
  type Share,
  shareOfTally,
} from './coverage-shares.ts'
import type { Model, Risk } from '../model/records.ts'
import type { CoverageState } from './result.ts'
import { mapSupply, mapTerritory } from './territory.ts'

/** Rows × columns of a matrix, by what they are. */
export type MatrixOf = 'components-risks' | 'vendors-categories' | 'segments-mitigations'

/** One cell or total without its tally: a board has as many cells as risks times components. */
export type Cell = Readonly<Pick<Share, 'covered' | 'counted' | 'worst'>>

export type CoverageMatrix = Readonly<{
  /** Record ids; a category by its name in the catalogue, '' for none. */
  rows: readonly string[]
  columns: readonly string[]
  /** By their places; null where no risk applies, which is blank. */
  cell: (row: number, column: number) => Cell | null
  /** Each instance once, also those that stand in no column, such as a risk that no mitigation names: nothing is left out. */
  rowTotals: readonly Share[]
  columnTotals: readonly Share[]
  total: Share
}>

/** To which rows and columns an instance belongs, by their places. */
type Places = Readonly<{
  rows: readonly string[]
  columns: readonly string[]
  rowsOf: (component: number) => readonly number[]
  columnsOf: (risk: number, component: number) => readonly number[]
}>

type Records = Pick<Model, 'components' | 'segments' | 'vendors' | 'risks' | 'mitigations'>

/** `model` is the normalised one that the columns were made of. Linear in its instances and the cells. */
export function makeMatrix(of: MatrixOf, columns: CoverageColumns, model: Records): CoverageMatrix {
  return fill(columns, PLACES[of](model))
}

const PLACES = {
  'components-risks': ({ components, risks }) => {
    // What only raises a likelihood has no coverage of its own, and what applies nowhere an empty column.
    const [rows, columns] = [idsOf(components), idsOf(risks)]
    return { rows, columns, rowsOf: (component) => [component], columnsOf: (risk) => [risk] }
  },
  'vendors-categories': ({ components, vendors, risks }) => {
    const columns = [...new Set(risks.map(({ category }) => category ?? ''))].sort()
    const categories = risks.map(({ category }) => [columns.indexOf(category ?? '')])
    const homes = components.map(({ vendor }) => (vendor === null ? [] : [placeOf(vendor, vendors)]))
    return {
      rows: idsOf(vendors),
      columns,
      rowsOf: (component) => homes[component] ?? [],
      columnsOf: (risk) => categories[risk] ?? [],
    }
  },
  'segments-mitigations': ({ components, segments, risks, mitigations }) => {
    const around = segmentsAround(segments)
    // Parents stand before their children, so not in order of id.
    const places = new Map(segments.map(({ id }, place) => [id, place]))
    const homes = components.map(({ segment }) =>
      segment === null ? [] : around(segment).map((id) => places.get(id) as number),
    )
    const { names } = mapTerritory(components, segments, mapSupply(components))
    const naming = mitigationsByRisk(risks, mitigations)
    const named = mitigations.map(({ on }) => on.map((subject) => names(subject)))
    const covers = (place: number, component: number) => {
      const on = named[place] ?? []
      return on.length === 0 || on.some((isNamed) => isNamed(component))
    }
    return {
      rows: idsOf(segments),
      columns: idsOf(mitigations),
      rowsOf: (component) => homes[component] ?? [],
      columnsOf: (risk, component) => (naming[risk] ?? []).filter((place) => covers(place, component)),
    }
  },
} as const satisfies Record<MatrixOf, (model: Records) => Places>

/** AN3: credit never leaks; a mitigation speaks of the risks that it names and of no other. */
function mitigationsByRisk(risks: readonly Risk[], mitigations: Model['mitigations']): readonly number[][] {
  const naming: number[][] = risks.map(() => [])
  mitigations.forEach(({ treats }, place) => {
    for (const risk of new Set(treats)) naming[placeOf(risk, risks)]?.push(place)
  })
  return naming
}

const idsOf = (records: readonly Readonly<{ id: string }>[]): readonly string[] => records.map(({ id }) => id)

function fill({ risk, component, state }: CoverageColumns, places: Places): CoverageMatrix {
  const { rows, columns, rowsOf, columnsOf } = places
  const size = rows.length * columns.length
  const [covered, counted] = [new Int32Array(size), new Int32Array(size)]
  /** The state's place, and one more; 0 is blank. */
  const worst = new Uint8Array(size)
  const tallies = (count: number) =>
    Array.from({ length: count }, () => new Int32Array(COVERAGE_STATES.length))
  const [rowTallies, columnTallies, all] = [tallies(rows.length), tallies(columns.length), tallies(1)]
  const count = (tally: Int32Array | undefined, code: number) => {
    if (tally !== undefined) tally[code] = (tally[code] as number) + 1
  }
  for (let instance = 0; instance < state.length; instance++) {
    const code = state[instance] as number
    const [at, over] = [component[instance] as number, rowsOf(component[instance] as number)]
    const under = columnsOf(risk[instance] as number, at)
    count(all[0], code)
    for (const row of over) count(rowTallies[row], code)
    for (const column of under) count(columnTallies[column], code)
    for (const row of over)
      for (const column of under) {
        const cell = row * columns.length + column
        covered[cell] = (covered[cell] as number) + (COUNTS_AS_COVERED[code] as number)
        counted[cell] = (counted[cell] as number) + 1 - (COUNTS_AS_ENDED[code] as number)
        worst[cell] = Math.max(worst[cell] as number, code + 1)
      }
  }
  return {
    rows,
    columns,
    cell: (row, column) => {
      const at = row * columns.length + column
      const state: CoverageState | undefined = COVERAGE_STATES[(worst[at] as number) - 1]
      if (state === undefined) return null
      return { covered: covered[at] as number, counted: counted[at] as number, worst: state }
    },
    rowTotals: rowTallies.map(shareOfTally),
    columnTotals: columnTallies.map(shareOfTally),
    total: shareOfTally(all[0] as Int32Array),
  }
}
