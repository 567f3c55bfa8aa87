import type * as z from 'zod/mini'
import { isFields } from '../../model/issues.ts'
import { foreignOf, withForeign } from '../extension.ts'
import { fits } from '../findings.ts'

export const FORMAT = 'cyclonedx'
/** Names of our properties: an element's own record, and once, on the whole, the board. */
export const RECORD_PROPERTY = 'ringfence:record'
export const BOARD_PROPERTY = 'ringfence:board'

export type Fields = Readonly<Record<string, unknown>>

/** What another tool said of an element, of these fields. */
export function keptOf(record: object, names: readonly string[]): Fields {
  const kept = foreignOf(record, FORMAT)
  return Object.fromEntries(names.flatMap((name) => (kept[name] === undefined ? [] : [[name, kept[name]]])))
}

/** The list of a blueprint or of the file that an element came from, where its kind has more than one. */
export const listOf = (record: object): unknown => foreignOf(record, FORMAT)['list']

/** What an actor was called in its file, where parties have no name of their own. */
export const calledBefore = (record: object): unknown => foreignOf(record, FORMAT)['called']

/** The reference that an element had in its file, where that is no id of ours. */
export const refBefore = (record: object): string | null => {
  const ref = foreignOf(record, FORMAT)['bom-ref']
  return typeof ref === 'string' && ref !== '' ? ref : null
}

/** An element with what another tool said of it, and without that where it does not fit (a model may come from anywhere). */
export function elementOf(schema: z.ZodMiniType, initial: Fields, kept: Fields, own: Fields): Fields {
  const whole = { ...initial, ...kept, ...own }
  return fits(schema, whole) ? whole : { ...initial, ...own }
}

/** The fields with these names that differ from what is written where nobody said anything, as kept with the record. */
export function keeping<T extends object>(
  fields: T,
  element: Fields,
  names: readonly string[],
  initial: Fields = {},
  more: Fields = {},
): T {
  const said = names.flatMap((name) => {
    const value = name === 'properties' ? othersOf(element[name]) : element[name]
    return value === undefined || value === initial[name] ? [] : [[name, value]]
  })
  return withForeign(fields, FORMAT, { ...Object.fromEntries(said), ...more })
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
