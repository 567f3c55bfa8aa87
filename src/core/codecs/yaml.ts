import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  stringify,
} from 'yaml'
import { checkKeys } from '../model/json.ts'
import { type Parsed, refused } from '../model/problem.ts'
import type { ReadLimits } from './limits.ts'
import { isNestedDeeper } from './yaml-depth.ts'

/**
 * Reads YAML 1.2 (core schema: a date stays text, no tag makes anything but plain data) with merge keys, as plain data,
 * within the limits. Never throws. What aliases would grow to is counted before anything is made of them.
 */
export function readYaml(text: string, limits: ReadLimits): Parsed<unknown> {
  if (text.length > limits.yamlCharacters) {
    const message = `has ${text.length} characters, more than the ${limits.yamlCharacters} that can be read as YAML`
    return refused({ code: 'too-large', at: '(file)', message })
  }
  if (isNestedDeeper(text, limits.depth)) return tooDeep(limits)
  try {
    return readBounded(text, limits)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return refused({ code: 'not-yaml', at: '(file)', message: `is not YAML that can be read: ${message}` })
  }
}

function readBounded(text: string, limits: ReadLimits): Parsed<unknown> {
  const lines = new LineCounter()
  // Pretty errors, each of which copies its line, and a look for keys that stand twice take the reader the square of their
  // number; `measure` finds the keys in one pass.
  const document = parseDocument(text, {
    schema: 'core',
    merge: true,
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter: lines,
    logLevel: 'silent',
    stringKeys: true,
  })
  const [error] = document.errors
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0])
    return refused({
      code: 'not-yaml',
      at: `line ${line}, column ${col}`,
      message: `is not YAML: ${error.message}`,
    })
  }
  const excess = measure(document, limits)
  if (excess !== null) return excess
  return checkKeys(document.toJS({ maxAliasCount: -1 }))
}

const MOST_ALIASES = 2000

/** Counts what the document grows to and how deep it is; a refusal where that is too much or a key stands twice. */
function measure(document: Document.Parsed, limits: ReadLimits): ReturnType<typeof refused> | null {
  const sizes = new Map<string, number>()
  let refusal: ReturnType<typeof refused> | null = null
  let aliases = 0
  const size = (node: unknown, depth: number): number => {
    if (refusal !== null) return 0
    if (depth > limits.depth) {
      refusal = tooDeep(limits)
      return 0
    }
    if (isAlias(node)) {
      // For each alias the reader goes through all anchors before it.
      if (++aliases > MOST_ALIASES) refusal ??= tooLarge(`has more than ${MOST_ALIASES} aliases`)
      return sizes.get(node.source) ?? 1
    }
    if (isPair(node)) return size(node.key, depth) + size(node.value, depth)
    if (!isCollection(node)) {
      const length = isScalar(node) && typeof node.value === 'string' ? node.value.length : 0
      const weight = 1 + Math.floor(length / 32)
      if (isScalar(node) && node.anchor !== undefined) sizes.set(node.anchor, weight)
      return weight
    }
    if (isMap(node)) refusal = sameKeyTwice(node.items)
    let sum = 1
    for (const item of node.items) {
      sum += size(item, depth + 1)
      if (sum > limits.values) {
        refusal ??= tooLarge(
          `grows to more than ${limits.values} values, each alias counted where it is used`,
        )
        return 0
      }
    }
    if (node.anchor !== undefined) sizes.set(node.anchor, sum)
    return sum
  }
  size(document.contents, 0)
  return refusal
}

function sameKeyTwice(items: readonly { readonly key: unknown }[]): ReturnType<typeof refused> | null {
  const keys = new Set<unknown>()
  for (const { key } of items) {
    const value = isScalar(key) ? key.value : key
    if (value !== '<<' && keys.has(value)) {
      return refused({
        code: 'not-yaml',
        at: '(file)',
        message: `has the key ${JSON.stringify(value)} twice in one place`,
      })
    }
    keys.add(value)
  }
  return null
}

const tooLarge = (message: string) => refused({ code: 'too-large', at: '(file)', message })

const tooDeep = ({ depth }: ReadLimits) =>
  refused({ code: 'too-deep', at: '(file)', message: `is nested deeper than ${depth} levels` })

/** Plain data as YAML that reads back as the same data: no aliases, long lines left whole. */
export const writeYaml = (value: unknown): string =>
  stringify(value, { aliasDuplicateObjects: false, lineWidth: 0, schema: 'core' })
