import type * as z from 'zod/mini'
import { checkRecordOf } from './check.ts'
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

/** Puts a schema issue into words. The union of subjects (MO3) is answered as a whole, since its branches confuse. */
export function toProblem(issue: z.core.$ZodIssue, prefix: readonly PropertyKey[], root: unknown): Problem {
  const at = placeOf([...prefix, ...issue.path])
  const found = issue.path.reduce<unknown>(
    (value, key) => (isFields(value) ? value[String(key)] : undefined),
    root,
  )
  if (found === undefined) return { code: 'missing', at, message: 'is missing' }
  switch (issue.code) {
    case 'invalid_type':
      return {
        code: 'wrong-type',
        at,
        message: `expected ${article(issue.expected)}, found ${issue.expected === 'int' ? show(found) : nameType(found)}`,
      }
    case 'invalid_value':
      return {
        code: 'wrong-value',
        at,
        message: `expected one of ${issue.values.map((v) => JSON.stringify(v)).join(', ')}, found ${show(found)}`,
      }
    case 'invalid_union':
      return { code: 'wrong-value', at, message: expectedUnion(issue.path) }
    case 'too_small':
      return {
        code: 'wrong-value',
        at,
        message: `expected ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}${Array.isArray(found) ? ' entries' : ''}, found ${show(found)}`,
      }
    case 'too_big':
      return {
        code: 'wrong-value',
        at,
        message: `expected at most ${issue.maximum}${Array.isArray(found) ? ' entries' : ''}, found ${show(found)}`,
      }
    case 'invalid_format':
      return {
        code: 'wrong-value',
        at,
        message: `${issue.format === 'date' ? 'expected a date like 2027-03-31' : 'expected an id of 1 to 64 of A-Z a-z 0-9 . _ : -'}, found ${show(found)}`,
      }
    default: {
      const isSubject = issue.code === 'custom' && issue.path[0] === 'on'
      const message = isSubject ? expectedUnion(issue.path) : `cannot be ${show(found)}`
      return { code: 'wrong-value', at, message }
    }
  }
}

function expectedUnion(path: readonly PropertyKey[]): string {
  if (path[0] === 'evidence') return 'expected text or an object'
  return path.length === 1
    ? 'expected {component}, {vendor} or {vendor, product}'
    : 'expected one of {component}, {link}, {segment}, {vendor}'
}

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function nameType(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (value === undefined) return 'nothing'
  return article(typeof value)
}

const TYPE_NAMES: Record<string, string> = {
  string: 'text',
  array: 'a list',
  tuple: 'a list',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
}
const article = (type: string): string => TYPE_NAMES[type] ?? `a ${type}`

function show(value: unknown): string {
  const json = JSON.stringify(value) ?? 'nothing'
  return json.length > 60 ? `${json.slice(0, 57)}…` : json
}
