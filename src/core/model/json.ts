import { type Parsed, placeOf, refused } from './problem.ts'
import { firstSyntaxError } from './syntax-error.ts'

export type JsonLimits = Readonly<{ characters: number; depth: number }>
const JSON_LIMITS: JsonLimits = { characters: 64 * 1024 * 1024, depth: 64 }

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
  const tooDeep = firstBeyondDepth(text, limits.depth)
  if (tooDeep !== null) {
    const message = `lists and objects are nested deeper than ${limits.depth} levels; no Ringfence file is`
    return refused({ code: 'too-deep', at: lineAndColumn(text, tooDeep), message })
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
  type Visit = { value: unknown; depth: number; parent: Visit | null; key: string | number }
  const pending: Visit[] = [{ value, depth: 0, parent: null, key: '' }]
  const pathOf = (visit: Visit): (string | number)[] => {
    const path: (string | number)[] = []
    for (let at: Visit = visit; at.parent !== null; at = at.parent) path.unshift(at.key)
    return path
  }
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    const { value: current, depth } = visit
    if (typeof current !== 'object' || current === null) continue
    if (depth > JSON_LIMITS.depth) {
      const message = `is nested deeper than ${JSON_LIMITS.depth} levels; no Ringfence file is`
      return refused({ code: 'too-deep', at: placeOf(pathOf(visit).slice(0, 4)), message })
    }
    if (Array.isArray(current)) {
      current.forEach((item, key) => pending.push({ value: item, depth: depth + 1, parent: visit, key }))
      continue
    }
    for (const [key, item] of Object.entries(current)) {
      const child: Visit = { value: item, depth: depth + 1, parent: visit, key }
      if (key === '__proto__') {
        const message = 'is a key that no file may carry; remove it'
        return refused({ code: 'forbidden-key', at: placeOf(pathOf(child)), message })
      }
      pending.push(child)
    }
  }
  return { ok: true, value }
}

/** The index of the first bracket that opens a level beyond `depth`, strings left out; null where there is none. */
function firstBeyondDepth(text: string, depth: number): number | null {
  let level = 0
  let inString = false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (inString) {
      if (code === 0x5c) index++
      else if (code === 0x22) inString = false
    } else if (code === 0x22) inString = true
    else if (code === 0x7b || code === 0x5b) {
      if (++level > depth) return index
    } else if (code === 0x7d || code === 0x5d) level--
  }
  return null
}

function lineAndColumn(text: string, index: number): string {
  let line = 1
  let start = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', at + 1)) {
    line++
    start = at + 1
  }
  return `line ${line}, column ${index - start + 1}`
}
