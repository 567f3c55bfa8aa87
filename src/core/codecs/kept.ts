import type * as z from 'zod/mini'
import { inOrder } from './edits.ts'
import { foreignOf, withForeign } from './extension.ts'
import { fits } from './findings.ts'
import type { ReportEntry } from './report.ts'

/** EX10: fields of another tool's elements that the model has no place for, on their way through a record. */

export type Fields = Readonly<Record<string, unknown>>

/** What is kept with a record of these fields. */
export function keptFields(record: object, format: string, names: readonly string[]): Fields {
  const kept = foreignOf(record, format)
  return Object.fromEntries(
    names.flatMap((name) => (kept[name] === undefined ? [] : [[name, inOrder(kept[name])]])),
  )
}

/**
 * The element to write: what is written where nobody said anything, what another tool said, and what the record says. What
 * another tool said is left out where that does not fit, since a model may come from anywhere.
 */
export function elementOf(schema: z.ZodMiniType, initial: Fields, kept: Fields, own: Fields): Fields {
  const whole = { ...initial, ...kept, ...own }
  return fits(schema, whole) ? whole : { ...initial, ...own }
}

/** The record's fields with those of an element kept that have these names and differ from what is written anyway. */
export function keepFields<T extends object>(
  record: T,
  format: string,
  element: Fields,
  names: readonly string[],
  initial: Fields = {},
  more: Fields = {},
): T {
  const said = names.filter((name) => element[name] !== undefined && element[name] !== initial[name])
  return withForeign(record, format, {
    ...Object.fromEntries(said.map((name) => [name, element[name]])),
    ...more,
  })
}

/** For the report, where what is kept with a board cannot be written: it came from elsewhere, or was edited by hand. */
export const KEPT_DOES_NOT_FIT: ReportEntry = {
  fate: 'dropped',
  what: 'kept with the board',
  at: 'meta.foreign',
  words: 'what a file of this format had besides its elements no longer fits it, and is left out',
}

/** Words for fields of an element that its format has no such field for, and that are therefore left out. */
export function wordsForStrange(element: Fields, known: readonly string[]): readonly string[] {
  const names = Object.keys(element).filter((name) => !known.includes(name))
  return names.length === 0 ? [] : [`left out what the format has no field for: ${names.join(', ')}`]
}
