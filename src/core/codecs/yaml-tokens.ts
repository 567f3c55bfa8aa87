import { CST, Lexer } from 'yaml'
import type { Problem } from '../model/problem.ts'
import type { ReadLimits } from './limits.ts'

/** Each alias is sought among all anchors. */
const MOST_ANCHORS = 2000
const MOST_ALIASES = 2000

/** What `[` or `{` takes the reader, with all that it makes for a collection. */
const TOKENS_OF_FLOW = 5

/**
 * Why a YAML text must not reach the reader proper, found by its tokens alone. That one makes several objects of each token. It
 * goes down a level at a time on the stack, and an engine whose stack is full may end the whole process rather than throw. A
 * collection in a block begins further right than the one around it, or as a list in the same column: so a text that passes
 * has at most twice as many levels of these as it may.
 */
export function unreadableTokens(text: string, limits: ReadLimits): Problem | null {
  const columns: number[] = []
  let [tokens, anchors, aliases] = [0, 0, 0]
  let flow = 0
  let column = 0
  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token)
    const opens = type === 'flow-map-start' || type === 'flow-seq-start'
    tokens += opens ? TOKENS_OF_FLOW : 1
    if (tokens > limits.yamlTokens) return tooMany(limits.yamlTokens, 'marks and words')
    if (type === 'anchor' && ++anchors > MOST_ANCHORS) return tooMany(MOST_ANCHORS, 'anchors')
    if (type === 'alias' && ++aliases > MOST_ALIASES) return tooMany(MOST_ALIASES, 'aliases')
    if (opens) flow++
    else if (type === 'flow-map-end' || type === 'flow-seq-end') flow = Math.max(0, flow - 1)
    else if (flow === 0 && (type === null || STARTS.has(type))) {
      while ((columns.at(-1) ?? -1) > column) columns.pop()
      if ((columns.at(-1) ?? -1) < column) columns.push(column)
    }
    if (flow + columns.length > limits.depth) return tooDeep(limits)
    if (type === 'scalar' || type === 'doc-mode' || type === 'flow-error-end') continue
    const line = token.lastIndexOf('\n')
    column = line === -1 ? column + token.length : token.length - line - 1
  }
  return null
}

export const tooDeep = ({ depth }: ReadLimits): Problem => ({
  code: 'too-deep',
  at: '(file)',
  message: `is nested deeper than ${depth} levels`,
})

const tooMany = (most: number, what: string): Problem => ({
  code: 'too-large',
  at: '(file)',
  message: `has more than ${most} ${what}, as many as can be read in YAML; as JSON, more can`,
})

/** What a node in a block can begin with; the text of a scalar has no type of its own. */
const STARTS: ReadonlySet<string> = new Set([
  'seq-item-ind',
  'explicit-key-ind',
  'map-value-ind',
  'anchor',
  'tag',
  'alias',
  'scalar',
  'single-quoted-scalar',
  'double-quoted-scalar',
  'block-scalar-header',
])
