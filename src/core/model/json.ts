import { type Parsed, placeOf, refused } from './problem.ts'
import { firstSyntaxError } from './syntax-error.ts'

/** `values` in a text: a million, twice what the largest board has, where nothing else is said. */
export type JsonLimits = Readonly<{ characters: number; depth: number; values?: number }>
const JSON_LIMITS: JsonLimits = { characters: 64 * 1024 * 1024, depth: 64 }
const MOST_VALUES = 1_000_000
/** Fields in one object: with more, engines take seconds. */
const MOST_FIELDS = 10_000

/**
 * Parses JSON from a stranger: bounded in length and depth before the parser runs, and free of `__proto__` keys after.
 * Never throws; the place of a problem is a line and column of the text, or the path of the key.
 */
export function parseJson(source: string, limits: JsonLimits = JSON_LIMITS): Parsed<unknown> {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source
  if (text.length > limits.characters) {
    const message = `has ${text.length} characters, more than the ${limits.characters} that can be read`
    return refused({ code: 'too-large', at: '(file)', message })
  }
  const excess = firstExcess(text, limits)
  if (excess !== null) {
    const { code, index, message } = excess
    return refused({ code, at: lineAndColumn(text, index), message })
  }
  try {
    const value: unknown = JSON.parse(text)
    return checkKeys(value)
  } catch {
    return refused({
      code: 'not-json',
      at: lineAndColumn(text, firstSyntaxError(text)),
      message: 'is not JSON from here on; the file may be cut off or damaged',
    })
  }
}

/** Refuses `__proto__` keys anywhere in a parsed value. Iterative, since the value may be as deep as it is hostile. */
export function checkKeys(value: unknown): Parsed<unknown> {
  type Visit = { value: object; depth: number; parent: Visit | null; key: string | number }
  const isObject = (item: unknown): item is object => typeof item === 'object' && item !== null
  const pending: Visit[] = isObject(value) ? [{ value, depth: 0, parent: null, key: '' }] : []
  const pathOf = (visit: Visit): (string | number)[] => {
    const path: (string | number)[] = []
    for (let at: Visit = visit; at.parent !== null; at = at.parent) path.unshift(at.key)
    return path
  }
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    const { value: current, depth } = visit
    if (depth > JSON_LIMITS.depth) {
      const message = `is nested deeper than ${JSON_LIMITS.depth} levels; no Ringfence file is`
      return refused({ code: 'too-deep', at: placeOf(pathOf(visit).slice(0, 4)), message })
    }
    if (Array.isArray(current)) {
      current.forEach((item, key) => {
        if (isObject(item)) pending.push({ value: item, depth: depth + 1, parent: visit, key })
      })
      continue
    }
    for (const [key, item] of Object.entries(current)) {
      if (key === '__proto__') {
        const message = 'is a key that no file may carry; remove it'
        return refused({ code: 'forbidden-key', at: placeOf([...pathOf(visit), key]), message })
      }
      if (isObject(item)) pending.push({ value: item, depth: depth + 1, parent: visit, key })
    }
  }
  return { ok: true, value }
}

type Excess = Readonly<{ code: 'too-deep' | 'too-large'; index: number; message: string }>

/** Where a text first nests deeper than `depth` or holds more values or fields than it may, strings left out. */
function firstExcess(text: string, { depth, values: most = MOST_VALUES }: JsonLimits): Excess | null {
  // Of the levels that are open: whether each is an object, and how many commas it has had.
  const objects: boolean[] = []
  const commas: number[] = []
  let level = 0
  let values = 0
  let inString = false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (inString) {
      if (code === 0x5c) index++
      else if (code === 0x22) inString = false
      continue
    }
    if (code === 0x22) inString = true
    else if (code === 0x7b || code === 0x5b) {
      if (++level > depth) {
        const message = `lists and objects are nested deeper than ${depth} levels; no Ringfence file is`
        return { code: 'too-deep', index, message }
      }
      objects[level] = code === 0x7b
      commas[level] = 0
      values++
    } else if (code === 0x7d || code === 0x5d) level--
    else if (code === 0x2c) {
      values++
      commas[level] = (commas[level] ?? 0) + 1
      if (objects[level] === true && (commas[level] ?? 0) >= MOST_FIELDS) {
        return { code: 'too-large', index, message: `has an object with more than ${MOST_FIELDS} fields` }
      }
    }
    if (values > most) {
      return { code: 'too-large', index, message: `has more than ${most} values` }
    }
  }
  return null
}

export function lineAndColumn(text: string, index: number): string {
  let line = 1
  let start = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', at + 1)) {
    line++
    start = at + 1
  }
  return `line ${line}, column ${index - start + 1}`
}
