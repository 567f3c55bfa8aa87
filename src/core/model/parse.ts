import { checkRecordOf } from './check.ts'
import { isFields, nameType, toProblem } from './issues.ts'
import { checkKeys, parseJson } from './json.ts'
import { migrate } from './migrations.ts'
import { type Parsed, type Problem, placeOf, refused } from './problem.ts'
import { FORMAT, KINDS, type Model, VERSION } from './records.ts'
import { metaSchema } from './schemas.ts'

/** More problems than this help nobody. */
const MOST_PROBLEMS = 20

/** Reads the text of a `*.ringfence.json` file. Never throws; a refusal names each place. */
export function parseModel(text: string): Parsed<Model> {
  const json = parseJson(text)
  return json.ok ? readChecked(json.value) : json
}

/** The same for a value that somebody else has parsed (a request body, an import). */
export function readModel(value: unknown): Parsed<Model> {
  const checked = checkKeys(value)
  return checked.ok ? readChecked(checked.value) : checked
}

function readChecked(value: unknown): Parsed<Model> {
  if (!isFields(value) || value.format !== FORMAT) {
    const message = `expected a Ringfence model, an object whose "format" is "${FORMAT}"`
    return refused({ code: 'not-ringfence', at: 'format', message })
  }
  const migrated = migrate(value, VERSION)
  if (!migrated.ok) return migrated
  return readVersion(migrated.value)
}

function readVersion(file: Record<string, unknown>): Parsed<Model> {
  const problems: Problem[] = []
  const read: Record<string, unknown> = { ...file, format: FORMAT, version: VERSION }
  const meta = metaSchema.safeParse(file.meta ?? {})
  if (meta.success) read.meta = meta.data
  else problems.push(...meta.error.issues.map((issue) => toProblem(issue, ['meta'], file.meta)))

  const firstPlace = new Map<string, string>()
  for (const kind of KINDS) {
    const list = file[kind] ?? []
    if (!Array.isArray(list)) {
      problems.push({ code: 'wrong-type', at: kind, message: `expected a list, found ${nameType(list)}` })
      continue
    }
    const records: unknown[] = []
    for (const [index, item] of list.entries()) {
      if (problems.length >= MOST_PROBLEMS) break
      const result = checkRecordOf(kind, item)
      if (result === null) {
        const message = 'has more entries that cannot be read than can be listed'
        problems.push({ code: 'wrong-value', at: placeOf([kind, index]), message })
        continue
      }
      if (!result.success) {
        problems.push(...result.error.issues.map((issue) => toProblem(issue, [kind, index], item)))
        continue
      }
      const problem = checkRecord(result.data, [kind, index], firstPlace)
      if (problem === null) records.push(result.data)
      else problems.push(problem)
    }
    read[kind] = records
  }
  if (problems.length > 0) return refused(...problems.slice(0, MOST_PROBLEMS))
  return { ok: true, value: read as Model }
}

function checkRecord(
  record: { id: string; deleted?: unknown },
  path: [string, number],
  firstPlace: Map<string, string>,
): Problem | null {
  const at = placeOf([...path, 'id'])
  const first = firstPlace.get(record.id)
  if (first !== undefined) {
    return {
      code: 'duplicate-id',
      at,
      message: `"${record.id}" is already the id at ${first}; ids are unique over the file`,
    }
  }
  firstPlace.set(record.id, at)
  if ('deleted' in record) {
    const message = 'is reserved for shared documents; a file leaves deleted records out'
    return { code: 'reserved-field', at: placeOf([...path, 'deleted']), message }
  }
  return null
}
