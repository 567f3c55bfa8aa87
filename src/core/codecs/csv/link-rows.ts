import { catalogueCarries, defaultPlane } from '../../catalogue/defaults.ts'
import { interfaces } from '../../catalogue/interfaces.ts'
import { lazy } from '../../catalogue/lazy.ts'
import { interfaceTitle } from '../../catalogue/titles.ts'
import { BLANK_LINK } from '../../model/blank.ts'
import { emptyModel, type Link } from '../../model/records.ts'
import { CARRIES, type DIRECTIONS, PLANES } from '../../model/terms.ts'
import { withForeign } from '../extension.ts'
import { type Read, termIn } from './cells.ts'
import { fold, type LinkField } from './heads.ts'
import type { Names } from './names.ts'
import type { Row } from './tables.ts'

export type ReadLink = Readonly<{ record: Link; changes: readonly string[] }>

/** Reads one row. `openEnd` makes what stands for an end that the file does not name. */
export function readLink(
  row: Row<LinkField>,
  id: string,
  components: Names,
  openEnd: () => string,
): ReadLink {
  const changes: string[] = row.beyond === '' ? [] : [`“${row.beyond}” stands beyond the last column`]
  const got = <T>({ value, lost }: Read<T>): T => {
    if (lost !== null) changes.push(lost)
    return value
  }
  const end = (idField: LinkField, field: LinkField): string => {
    const found = components.find(row.cell(idField), row.cell(field), true)
    if (found.among > 1)
      changes.push(`${found.among} components are called “${row.cell(field)}”: the first is meant`)
    if (found.id === null) changes.push('lacks an end, for which a component stands in')
    return found.id ?? openEnd()
  }
  const from = end('fromId', 'from')
  const to = end('toId', 'to')
  const shown = row.cell('interface')
  const kind = interfaceIn(row.cell('interfaceId'), shown)
  const ownName = row.cell('name')
  const plane = got(termIn(row.cell('plane'), PLANES, 'plane'))
  const carries = got(termIn(row.cell('carries'), CARRIES, 'way to carry'))
  const usualPlane = defaultPlane(kind)
  const usually = catalogueCarries(kind) ?? POLICY.planes[plane ?? usualPlane]
  const record: Link = {
    id,
    ...BLANK_LINK,
    from,
    to,
    interface: kind,
    // What is no interface of the catalogue is what people call the link.
    name: ownName || (kind === null && shown !== '' ? shown : null),
    direction: got(directionIn(row.cell('direction'))),
    plane: plane === usualPlane ? null : plane,
    carries: carries === usually ? null : carries,
    protection: row.cell('protection') || null,
  }
  if (kind !== null || shown === '' || ownName === '') return { record, changes }
  changes.push(`“${shown}” is no interface of the catalogue`)
  return { record: withForeign(record, 'csv', { interface: shown }), changes }
}

const POLICY = emptyModel().meta.policy

const BOTH: ReadonlySet<string> = new Set(['', 'both', 'bothways', 'bidirectional', 'twoway', 'duplex'])
const FORWARD: ReadonlySet<string> = new Set(['forward', 'oneway', 'unidirectional', 'simplex'])

function directionIn(cell: string): Read<(typeof DIRECTIONS)[number]> {
  const word = fold(cell)
  if (FORWARD.has(word) || /^[-=]+>$|^→$/.test(cell)) return { value: 'forward', lost: null }
  const isKnown = BOTH.has(word) && (word !== '' || /^(?:<[-=]+>|⇄|↔|)$/.test(cell))
  return { value: 'both', lost: isKnown ? null : `“${cell}” as its direction is not understood` }
}

/** What is shown wins over the id, where they do not belong together. */
function interfaceIn(id: string, shown: string): string | null {
  const called = interfaceTitle(id === '' ? null : id) ?? id
  return id !== '' && (shown === '' || shown === called) ? id : (byName().get(fold(shown)) ?? null)
}

/** Interfaces by id, by name and by each part of a name like `N16 / N16a`; what two share says nothing. */
const byName = lazy((): ReadonlyMap<string, string> => {
  const known = new Map<string, string | null>()
  for (const { id, name } of interfaces)
    for (const part of new Set([id, name, ...name.split('/')].map(fold)))
      known.set(part, known.has(part) ? null : id)
  for (const { id, name } of interfaces) for (const whole of [name, id]) known.set(fold(whole), id)
  return new Map(
    [...known].filter((entry): entry is [string, string] => entry[0] !== '' && entry[1] !== null),
  )
})
