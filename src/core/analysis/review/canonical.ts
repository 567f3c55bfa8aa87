import { compareCodeUnits } from '../../model/order.ts'

/** Levels of what a content may hold: those of a file, and some around them. */
const DEEPEST = 80

/**
 * JSON with the fields of every object in order of name, and none that is null: the same data gives the same text. Throws a
 * RangeError where it is nested deeper than any record.
 */
export function canonicalText(value: unknown, levels = DEEPEST): string {
  if (levels === 0) throw new RangeError('Nested too deep')
  if (Array.isArray(value)) return `[${value.map((each) => canonicalText(each, levels - 1)).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const fields = Object.entries(value)
    .filter(([, each]) => each !== null && each !== undefined)
    .sort(([a], [b]) => compareCodeUnits(a, b))
  return `{${fields.map(([name, each]) => `${JSON.stringify(name)}:${canonicalText(each, levels - 1)}`).join()}}`
}

/** Where something stands says nothing of what it is; the id is the key under which a record is kept. */
const LAYOUT: ReadonlySet<string> = new Set(['id', 'pos', 'size'])
/** Fields in which false is what is said where nothing is; elsewhere null is, and false speaks against the catalogue. */
const FALSE_BY_DEFAULT: ReadonlySet<string> = new Set(['restricted', 'sensitiveSite', 'sensitiveData'])
/** Lists whose order says nothing. Of one that this version does not know, it might. */
const SETS: ReadonlySet<string> = new Set(['treats', 'on', 'evidence', 'references'])

const texts = new WeakMap<object, string>()

/** What matters of one record, as canonical text; made once per record, which is never changed in place. */
export function recordText(record: object): string {
  const known = texts.get(record)
  if (known !== undefined) return known
  const fields = Object.entries(record).flatMap(([name, value]) =>
    LAYOUT.has(name) || isNothing(name, value) ? [] : [[name, inNoOrder(name, value)] as const],
  )
  const text = canonicalText(Object.fromEntries(fields))
  texts.set(record, text)
  return text
}

function isNothing(name: string, value: unknown): boolean {
  if (value === null || value === undefined) return true
  // An empty product is one that a risk on an empty product applies to (AN2).
  if (value === '') return name !== 'product'
  if (value === false) return FALSE_BY_DEFAULT.has(name)
  return Array.isArray(value) && value.length === 0
}

const inNoOrder = (name: string, value: unknown): unknown =>
  SETS.has(name) && Array.isArray(value)
    ? value.toSorted((a, b) => compareCodeUnits(canonicalText(a), canonicalText(b)))
    : value
