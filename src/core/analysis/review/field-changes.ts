import { functionById } from '../../catalogue/functions.ts'
import { interfaceTitle } from '../../catalogue/titles.ts'
import { ownField } from '../../model/own-field.ts'
import { canonicalText } from './canonical.ts'
import { type Fields, isFields } from './stored.ts'

/** A field in words, with what it said and says: `direction`, `both`, `forward`. */
export type FieldChange = Readonly<{ field: string; before: string; after: string }>

type Name = (id: string) => string

/** The fields that differ, those of objects one by one; `then` and `now` name the records that they refer to. */
export function fieldChanges(before: Fields, after: Fields, then: Name, now: Name): FieldChange[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].toSorted().flatMap((name): FieldChange[] => {
    const [was, is] = [ownField(before, name), ownField(after, name)]
    if (canonicalText(was) === canonicalText(is)) return []
    if (isFields(was) && isFields(is) && name !== 'on') {
      return fieldChanges(was, is, then, now).map((each) => ({
        ...each,
        field: `${inWords(name)}: ${each.field}`,
      }))
    }
    return [
      { field: inWords(name), before: valueInWords(name, was, then), after: valueInWords(name, is, now) },
    ]
  })
}

/** `supportEnd` is the support end. */
const inWords = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll('-', ' ')

/** Fields in which records are named by their ids. */
const REFERENCES: ReadonlySet<string> = new Set([
  'from',
  'to',
  'segment',
  'parent',
  'vendor',
  'host',
  'partOf',
  'component',
  'link',
  'treats',
  'on',
  'source',
  'path',
  'links',
  'entry',
])
const LONGEST_VALUE = 160

function valueInWords(field: string, value: unknown, name: Name): string {
  if (value === undefined || value === null) return 'not set'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) {
    return value.length === 0 ? 'none' : cut(value.map((each) => valueInWords(field, each, name)).join(', '))
  }
  if (isFields(value)) {
    const parts = Object.entries(value).map(([part, each]) => valueInWords(part, each, name))
    return cut(parts.join(' · '))
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (REFERENCES.has(field)) return cut(name(text))
  if (field === 'interface') return interfaceTitle(text) ?? text
  return field === 'function' ? (functionById(text)?.name ?? text) : cut(text)
}

const cut = (text: string): string =>
  text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE - 1)}…`

/** `N2: gNB 1 → AMF 1: direction both → forward`, without the name. */
export const changeInWords = ({ field, before, after }: FieldChange): string =>
  `${field} ${before} → ${after}`
