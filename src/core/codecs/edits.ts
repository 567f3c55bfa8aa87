import { isFields } from '../model/issues.ts'
import { compareCodeUnits } from '../model/order.ts'
import { ownField } from '../model/own-field.ts'

/** JSON that is the same for the same data, in whatever order its fields come. */
export const stableJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    isFields(part) && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => compareCodeUnits(a, b)))
      : part,
  ) ?? 'null'

/** The same data with its fields in one order, at every depth (EX5). */
export const inOrder = (value: unknown): unknown => JSON.parse(stableJson(value))

/** Whether two values are the same as JSON, whatever the order of fields. */
export const isSameData = (a: unknown, b: unknown): boolean => a === b || stableJson(a) === stableJson(b)

/**
 * EX3: the packed record, with what another tool changed in the format's own fields. `written` is what reading gives of the
 * element as we would write it for the packed record, `found` what it gives of the element in the file: where these two
 * differ, somebody has edited the element. `edits` names the fields that were. Of what is kept for a format (`withForeign`)
 * each field is a field of its own.
 */
export function withEdits<T extends object>(
  packed: T,
  written: Partial<T>,
  found: Partial<T>,
): Readonly<{ record: T; edits: readonly string[] }> {
  const [before, after] = [fieldsOf(written), fieldsOf(found)]
  const record = new Map(Object.entries(fieldsOf(packed)))
  const edits = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => !isSameData(ownField(before, key), ownField(after, key)),
  )
  for (const key of edits) {
    const is = ownField(after, key)
    const value = key === 'foreign' ? keptWithEdits(record.get(key), ownField(before, key), is) : is
    if (value === undefined) record.delete(key)
    else record.set(key, value)
  }
  return { record: Object.fromEntries(record) as T, edits }
}

/** What is kept for the format of the file. What was kept for another one goes, as a record has room for one. */
function keptWithEdits(packed: unknown, written: unknown, found: unknown): unknown {
  const [before, after] = [fieldsOf(written), fieldsOf(found)]
  const own = fieldsOf(packed)
  const isSame = own['format'] === (after['format'] ?? before['format'])
  const { format: _before, ...from } = before
  const { format: _after, ...to } = after
  const { record } = withEdits<Readonly<Record<string, unknown>>>(
    isSame ? own : { format: after['format'] },
    from,
    to,
  )
  return Object.keys(record).length > 1 ? record : undefined
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> => (isFields(value) ? value : {})
