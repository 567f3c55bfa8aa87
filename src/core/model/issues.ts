import type * as z from 'zod/mini'
import { type Problem, placeOf } from './problem.ts'

/** Puts a schema issue into words. The union of subjects (MO3) is answered as a whole, since its branches confuse. */
export function toProblem(
  issue: z.core.$ZodIssue,
  prefix: readonly PropertyKey[],
  root: unknown,
  kind: PropertyKey | undefined = prefix[0],
): Problem {
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
      return { code: 'wrong-value', at, message: expectedUnion(issue.path, kind) }
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
        message: `expected ${FORMAT_WORDS[issue.path.at(-1) === 'colour' ? 'colour' : issue.format] ?? ID_WORDS}, found ${show(found)}`,
      }
    default: {
      const isSubject = issue.code === 'custom' && issue.path[0] === 'on'
      const message = isSubject ? expectedUnion(issue.path, kind) : `cannot be ${show(found)}`
      return { code: 'wrong-value', at, message }
    }
  }
}

const ID_WORDS = 'an id of 1 to 64 of A-Z a-z 0-9 . _ : -'
const FORMAT_WORDS: Readonly<Record<string, string>> = {
  date: 'a date like 2027-03-31',
  datetime: 'a time like 2027-03-31T09:30:00Z',
  colour: 'a colour like #1f6f8b',
}

function expectedUnion(path: readonly PropertyKey[], kind: PropertyKey | undefined): string {
  if (path[0] === 'evidence') return 'expected text or an object'
  if (kind === 'comments') return 'expected one of {component}, {link}, {segment}'
  return path.length === 1
    ? 'expected {component}, {vendor} or {vendor, product}'
    : 'expected one of {component}, {link}, {segment}, {vendor}'
}

export const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

export function nameType(value: unknown): string {
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
