import { isFields } from '../model/issues.ts'
import { compareCodeUnits } from '../model/order.ts'

/** JSON that is the same for the same data, in whatever order its fields come. */
export const stableJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    isFields(part) && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => compareCodeUnits(a, b)))
      : part,
  ) ?? 'null'

const same = (a: unknown, b: unknown): boolean => stableJson(a) === stableJson(b)

/**
 * EX3: the packed record, with what another tool changed in the format's own fields. `written` is what reading gives of the
 * element as we would write it for the packed record, `found` what it gives of the element in the file: where these two
 * differ, somebody has edited the element. `edits` names the fields that were.
 */
export function withEdits<T extends object>(
  packed: T,
  written: Partial<T>,
  found: Partial<T>,
): Readonly<{ record: T; edits: readonly string[] }> {
  const [before, after] = [fieldsOf(written), fieldsOf(found)]
  const record: Record<string, unknown> = { ...fieldsOf(packed) }
  const edits = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => !same(before[key], after[key]),
  )
  for (const key of edits) {
    if (after[key] === undefined) delete record[key]
    else record[key] = after[key]
  }
  return { record: record as T, edits }
}

const fieldsOf = (value: object): Readonly<Record<string, unknown>> => value as Record<string, unknown>
