import { Document, isAlias, isCollection, isMap, isPair, isScalar, visit } from 'yaml'
import { checkKeys } from '../model/json.ts'
import { type Parsed, refused } from '../model/problem.ts'
import type { ReadLimits } from './limits.ts'
import { soleDocument, shortened } from './yaml-document.ts'
import { tooDeep, unreadableTokens } from './yaml-tokens.ts'

/**
 * Reads YAML 1.2 (core schema: a date stays text, no tag makes anything but plain data) with merge keys, as plain data,
 * within the limits. Never throws. What aliases would grow to is counted before anything is made of them.
 */
export function readYaml(text: string, limits: ReadLimits): Parsed<unknown> {
  if (text.length > limits.yamlCharacters) {
    const message = `has ${text.length} characters, more than the ${limits.yamlCharacters} that can be read as YAML`
    return refused({ code: 'too-large', at: '(file)', message })
  }
  const unreadable = unreadableTokens(text, limits)
  if (unreadable !== null) return refused(unreadable)
  try {
    return readBounded(text, limits)
  } catch (error) {
    const message = shortened(error instanceof Error ? error.message : String(error))
    return refused({ code: 'not-yaml', at: '(file)', message: `is not YAML that can be read: ${message}` })
  }
}

function readBounded(text: string, limits: ReadLimits): Parsed<unknown> {
  const read = soleDocument(text)
  if (!read.ok) return read
  const document = read.value
  const excess = measure(document, limits)
  if (excess !== null) return excess
  return checkKeys(document.toJS({ maxAliasCount: -1 }))
}

/** Counts what the document grows to and how deep it is; a refusal where that is too much or a key stands twice. */
function measure(document: Document.Parsed, limits: ReadLimits): ReturnType<typeof refused> | null {
  const sizes = new Map<string, number>()
  let refusal: ReturnType<typeof refused> | null = null
  const size = (node: unknown, depth: number): number => {
    if (refusal !== null) return 0
    if (depth > limits.depth) {
      refusal = refused(tooDeep(limits))
      return 0
    }
    if (isAlias(node)) return sizes.get(node.source) ?? 1
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
    if (value !== MERGE && keys.has(value)) {
      return refused({
        code: 'not-yaml',
        at: '(file)',
        message: `has the key ${shortened(JSON.stringify(value))} twice in one place`,
      })
    }
    keys.add(value)
  }
  return null
}

const tooLarge = (message: string) => refused({ code: 'too-large', at: '(file)', message })

/** Plain data as YAML that reads back as the same data: no aliases, no merges, long lines left whole. */
export function writeYaml(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false, schema: 'core' })
  visit(document, {
    Scalar: (place, scalar) => {
      if (place === 'key' && scalar.value === MERGE) scalar.type = 'QUOTE_DOUBLE'
    },
  })
  return document.toString({ lineWidth: 0 })
}

/** A plain key that takes over the fields of another mapping. */
const MERGE = '<<'
