import { isFields } from '../../model/issues.ts'
import { foreignOf } from '../extension.ts'
import { type Fields, keepFields, keptFields } from '../kept.ts'

export const FORMAT = 'cyclonedx'
/** Names of our properties: an element's own record, and once, on the whole, the board. */
export const RECORD_PROPERTY = 'ringfence:record'
export const BOARD_PROPERTY = 'ringfence:board'

/** What another tool said of an element, of these fields. */
export const keptOf = (record: object, names: readonly string[]): Fields => keptFields(record, FORMAT, names)

/** The same the other way, ours among the properties left out. */
export const keeping = <T extends object>(
  record: T,
  element: Fields,
  names: readonly string[],
  initial: Fields = {},
  more: Fields = {},
): T =>
  keepFields(
    record,
    FORMAT,
    { ...element, properties: othersOf(element['properties']) },
    names,
    initial,
    more,
  )

/** The list of a blueprint or of the file that an element came from, where its kind has more than one. */
export const listOf = (record: object): unknown => foreignOf(record, FORMAT)['list']

/** What an actor was called in its file, where parties have no name of their own. */
export const calledBefore = (record: object): unknown => foreignOf(record, FORMAT)['called']

/** The reference that an element had in its file, where that is no id of ours. */
export const refBefore = (record: object): string | null => {
  const ref = foreignOf(record, FORMAT)['bom-ref']
  return typeof ref === 'string' && ref !== '' ? ref : null
}

/** Properties without ours; undefined for none. */
export function othersOf(properties: unknown): unknown {
  if (!Array.isArray(properties)) return undefined
  const others = properties.filter((one: unknown) => !isFields(one) || !isOurs(one['name']))
  return others.length === 0 ? undefined : others
}

const isOurs = (name: unknown): boolean => name === RECORD_PROPERTY || name === BOARD_PROPERTY

/** The value of our property with this name. */
export function propertyOf(properties: unknown, name: string): string | null {
  if (!Array.isArray(properties)) return null
  const one: unknown = properties.find((property: unknown) => isFields(property) && property['name'] === name)
  return isFields(one) && typeof one['value'] === 'string' ? one['value'] : null
}
