import { checkRecordOf } from '../../model/check.ts'
import { isFields, nameType, toProblem } from '../../model/issues.ts'
import { parseJson } from '../../model/json.ts'
import { byId, compareCodeUnits } from '../../model/order.ts'
import { type Parsed, type Problem, placeOf, refused } from '../../model/problem.ts'
import type { Entry } from '../../model/records.ts'
import { recordSchemas } from '../../model/schemas.ts'

/** A team's own risks and mitigations as a file, `*.ringfence-library.json`, for reuse on other boards (MO10). */
const LIBRARY_FORMAT = 'ringfence-library'
const LIBRARY_VERSION = 1
/** A library is read and written by people. */
export const LIBRARY_LIMITS = { characters: 4 * 1024 * 1024, depth: 16, entries: 2000, text: 20_000 } as const
/** More problems than this help nobody. */
const MOST_PROBLEMS = 20
const FIELDS = Object.keys(recordSchemas.entries.def.shape)

/** Reads the text of a library file. Never throws; a refusal names each place, and nothing is taken of a refused file. */
export function readLibrary(text: string): Parsed<readonly Entry[]> {
  const { characters, depth } = LIBRARY_LIMITS
  const json = parseJson(text, { characters, depth })
  if (!json.ok) return json
  const file = json.value
  if (!isFields(file) || Array.isArray(file) || file['format'] !== LIBRARY_FORMAT) {
    const message = `expected a library, an object whose "format" is "${LIBRARY_FORMAT}"`
    return refused({ code: 'not-ringfence', at: 'format', message })
  }
  const version = file['version']
  if (version !== LIBRARY_VERSION) {
    const isNewer = typeof version === 'number' && Number.isInteger(version) && version > LIBRARY_VERSION
    return refused(
      isNewer
        ? {
            code: 'newer-version',
            at: 'version',
            message: 'was written by a newer Ringfence; update this one',
          }
        : { code: 'bad-version', at: 'version', message: `expected ${LIBRARY_VERSION}` },
    )
  }
  return readEntries(file['entries'])
}

function readEntries(list: unknown): Parsed<readonly Entry[]> {
  if (!Array.isArray(list)) {
    const message = `expected a list, found ${nameType(list)}`
    return refused({ code: list === undefined ? 'missing' : 'wrong-type', at: 'entries', message })
  }
  if (list.length > LIBRARY_LIMITS.entries) {
    const message = `has ${list.length} entries, more than the ${LIBRARY_LIMITS.entries} that can be read`
    return refused({ code: 'too-large', at: 'entries', message })
  }
  const problems: Problem[] = []
  const entries: Entry[] = []
  const places = new Map<string, string>()
  for (const [index, item] of list.entries()) {
    if (problems.length >= MOST_PROBLEMS) break
    const found = readEntry(item, index, places)
    if (found.ok) entries.push(found.value)
    else problems.push(...found.problems)
  }
  return problems.length > 0
    ? refused(...problems.slice(0, MOST_PROBLEMS))
    : { ok: true, value: entries.sort(byId) }
}

function readEntry(item: unknown, index: number, places: Map<string, string>): Parsed<Entry> {
  const path = ['entries', index]
  const at = placeOf(path)
  const checked = checkRecordOf('entries', item)
  if (checked === null) return refused({ code: 'wrong-value', at, message: 'cannot be read' })
  if (!checked.success) {
    const issues = checked.error.issues.slice(0, MOST_PROBLEMS)
    return refused(...issues.map((issue) => toProblem(issue, path, item)))
  }
  const entry = checked.data as unknown as Entry
  if ('deleted' in entry) {
    const message = 'is reserved for shared documents; a file leaves deleted entries out'
    return refused({ code: 'reserved-field', at: `${at}.deleted`, message })
  }
  const long = [entry.title, entry.description, entry.source, ...entry.references].find(
    ({ length }) => length > LIBRARY_LIMITS.text,
  )
  if (long !== undefined) {
    const message = `has a text of ${long.length} characters, more than the ${LIBRARY_LIMITS.text} of an entry`
    return refused({ code: 'too-large', at, message })
  }
  const first = places.get(entry.id)
  if (first !== undefined) {
    const message = `"${entry.id}" is already the id at ${first}; ids are unique over the file`
    return refused({ code: 'duplicate-id', at: `${at}.id`, message })
  }
  places.set(entry.id, `${at}.id`)
  return { ok: true, value: entry }
}

/** The same bytes for the same entries: by id, known fields in the order of the schema, others after them by name. */
export function writeLibrary(entries: readonly Entry[]): string {
  const ordered = [...entries].sort(byId).map((entry) => {
    const fields = entry as Readonly<Record<string, unknown>>
    const others = Object.keys(fields)
      .filter((name) => !FIELDS.includes(name))
      .sort(compareCodeUnits)
    return Object.fromEntries(
      [...FIELDS, ...others].flatMap((name) => (name in fields ? [[name, fields[name]]] : [])),
    )
  })
  const file = { format: LIBRARY_FORMAT, version: LIBRARY_VERSION, entries: ordered }
  return `${JSON.stringify(file, null, 2)}\n`
}
