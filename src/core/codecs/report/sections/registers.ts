import { mitigations, risks, threats } from '../../registers/decisions.ts'
import { components, links, segments } from '../../registers/network.ts'
import type { Cell, Column, Drawn, RegisterKind } from '../../registers/register.ts'
import { products, unrecordedProducts, vendors } from '../../registers/suppliers.ts'
import { type Block, heading, paragraph, quiet, table } from '../document.ts'
import type { Grounds } from '../grounds.ts'
import { some } from '../words.ts'
import { unrecordedTable } from './unrecorded-products.ts'

/** Exposures, coverage, statements, sign-offs and waivers have sections of their own. */
const KINDS: readonly RegisterKind[] = [
  components,
  links,
  segments,
  vendors,
  products,
  risks,
  mitigations,
  threats,
]

export function registers(grounds: Grounds): Block[] {
  const drawn = drawnFrom(grounds)
  return [
    paragraph(
      'What the board holds. Left out are ids, except where names are not unique, places on the canvas, and columns in which every row is empty or No. Values that nobody set are those of the catalogue.',
    ),
    ...KINDS.flatMap((kind) => [
      ...registerOf(kind, drawn, grounds),
      ...(kind === products ? unrecordedTable(unrecordedProducts(grounds.model), grounds) : []),
    ]),
  ]
}

/** Without an analysis nothing is exposed in these tables, and the columns that would say so are left out. */
function drawnFrom({ model, setAside, date, name, analysed }: Grounds): Drawn {
  if (analysed !== null) return { model, name, result: analysed.result }
  const counts = { components: 0, links: 0, held: 0, targets: 0, taken: 0, reached: 0, accepted: 0 }
  return {
    model,
    name,
    result: {
      format: 'ringfence-exposure',
      version: 1,
      date,
      policy: model.meta.policy,
      counts,
      held: [],
      sources: [],
      targets: [],
      exposures: [],
      coverage: { share: null, instances: [] },
      setAside,
    },
  }
}

const ANALYSED: ReadonlySet<string> = new Set(['held', 'taken', 'reached', 'worst'])
const PLACES: ReadonlySet<string> = new Set(['x', 'y'])

function registerOf(kind: RegisterKind, drawn: Drawn, { analysed }: Grounds): Block[] {
  const { id, title, columns } = kind
  const rows = kind.rowsOf(drawn) ?? []
  const head = heading(2, title, `register-${id}`)
  if (rows.length === 0) return [head, quiet('None recorded.')]
  const wanted = columns.flatMap((column, at) => {
    const isId = column.id === 'id' ? !hasNamesakes(kind, rows) : column.id.endsWith('-id')
    const isLeftOut = isId || PLACES.has(column.id) || (analysed === null && ANALYSED.has(column.id))
    return isLeftOut || rows.every((row) => saysNothing(row[at])) ? [] : [at]
  })
  return [
    head,
    table(
      `${title}: ${some(rows.length, 'row')}`,
      wanted.map((at) => columns[at] as Column),
      rows.map((row) => wanted.map((at) => row[at] ?? null)),
    ),
  ]
}

const saysNothing = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || cell === '' || cell === 'No'

/** Whether two rows are called the same, by the first column that is no id; links, which few have names for, by all of them. */
function hasNamesakes({ id: kind, columns }: RegisterKind, rows: readonly (readonly Cell[])[]): boolean {
  const telling = columns.flatMap(({ id }, at) => (id === 'id' || id.endsWith('-id') ? [] : [at]))
  const key = kind === 'links' ? telling : telling.slice(0, 1)
  const names = rows
    .map((row) => key.map((at) => row[at] ?? '').join('\n'))
    .filter((name) => name.trim() !== '')
  return new Set(names).size < names.length
}
