import { compareCodeUnits } from '../../model/order.ts'
import { sha256 } from './sha-256.ts'

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
  const of = value as Readonly<Record<string, unknown>>
  const said = Object.keys(of).filter((name) => of[name] !== null && of[name] !== undefined)
  return objectText(said, (name) => canonicalText(of[name], levels - 1))
}

const objectText = (names: string[], tell: (name: string) => string): string =>
  `{${names
    .sort()
    .map((name) => `${JSON.stringify(name)}:${tell(name)}`)
    .join()}}`

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
  const of = record as Readonly<Record<string, unknown>>
  // Most fields say nothing: those that do are put in order, and no others.
  const said = Object.keys(of).filter((name) => !isNothing(name, of[name]) && !LAYOUT.has(name))
  const text = objectText(said, (name) => canonicalText(inNoOrder(name, of[name]), DEEPEST - 1))
  texts.set(record, text)
  return text
}

const hashes = new WeakMap<object, string>()

/** Tells whether a record is another; whether anything is, the digest of the whole tells. Made once per record, too. */
export function recordHash(record: object): string {
  const known = hashes.get(record)
  if (known !== undefined) return known
  const hash = sha256(recordText(record)).slice(0, 16)
  hashes.set(record, hash)
  return hash
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
