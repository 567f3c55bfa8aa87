import { isFields } from '../../model/issues.ts'
import { KINDS, type Kind, type RecordOf } from '../../model/records.ts'
import { packRecord, unpackRecord } from '../extension.ts'
import type { Fields } from '../kept.ts'
import type { ListName } from './schemas.ts'

/**
 * No element of a TM-BOM may have a field of ours. The file itself may, among its `extensions`, named like a domain and a
 * path: there stands each element's record under its list and symbolic name, so that one that was deleted in another tool
 * stays deleted. `.alt` is set aside for names that are none of the domain name system (RFC 9476), so nobody else has this.
 */
export const EXTENSION_NAME = 'ringfence.alt/exchange'

/** The lists with elements of ours, and the kind of their records. */
export const ELEMENT_KINDS = {
  trust_zones: 'segments',
  actors: 'components',
  components: 'components',
  data_stores: 'components',
  data_flows: 'links',
  threats: 'threats',
  controls: 'mitigations',
  risks: 'risks',
} as const satisfies Partial<Record<ListName, Kind>>
export type ElementList = keyof typeof ELEMENT_KINDS
export type RecordIn<L extends ElementList> = RecordOf[(typeof ELEMENT_KINDS)[L]]

const WITH_ELEMENTS = new Set<Kind>(Object.values(ELEMENT_KINDS))
/** The kinds that have no elements in the format: they travel with the board. */
export const BOARD_KINDS: readonly Kind[] = KINDS.filter((kind) => !WITH_ELEMENTS.has(kind))

/** What stands in the extension. All but the first two say what the format demands and the board does not have. */
export type Extension = Readonly<{
  board: unknown
  /** What belongs to an element, by its list and symbolic name. */
  records: ReadonlyMap<string, Fields>
  /** The trust zone for what lies in none. */
  outside: string | null
  /** The threat persona of threats that have none. */
  unspecified: string | null
  /** What is said of the whole, where nobody said it. */
  scope: unknown
}>

export function extensionOf(extensions: unknown): Extension {
  const packed = isFields(extensions) ? extensions[EXTENSION_NAME] : undefined
  const { board, records, outside, unspecified, scope }: Fields = isFields(packed) ? packed : {}
  return {
    board,
    records: recordsIn(records),
    outside: typeof outside === 'string' ? outside : null,
    unspecified: typeof unspecified === 'string' ? unspecified : null,
    scope,
  }
}

/** Of two with one name the first counts. */
function recordsIn(lists: unknown): ReadonlyMap<string, Fields> {
  const found = new Map<string, Fields>()
  for (const [list, entries] of Object.entries(isFields(lists) ? lists : {})) {
    if (!Array.isArray(entries)) continue
    for (const entry of entries as unknown[]) {
      if (!isFields(entry) || typeof entry['name'] !== 'string') continue
      const key = `${list} ${entry['name']}`
      if (!found.has(key)) found.set(key, entry)
    }
  }
  return found
}

/** A list entry rather than a field: an object with a field for each of many thousand records is refused by readers. */
export const packed = (kind: Kind, record: RecordOf[Kind], name: string): Fields => ({
  name,
  id: record.id,
  record: packRecord(kind, record as never),
})

/** The record of an element; null where the extension has none that can be read. */
export function ownOf<L extends ElementList>(
  { records }: Extension,
  list: L,
  name: string,
): RecordIn<L> | null {
  const entry = records.get(`${list} ${name}`)
  return entry === undefined ? null : unpackRecord(ELEMENT_KINDS[list], String(entry['id']), entry['record'])
}
