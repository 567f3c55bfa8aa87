import { CST, Lexer } from 'yaml'

/**
 * Whether a YAML text nests deeper than `most` levels, found by its tokens alone. The reader proper goes down a level at a
 * time on the stack, and an engine whose stack is full may end the whole process rather than throw. A collection in a block
 * begins further right than the one around it, or as a list in the same column: so a text that passes has at most twice
 * `most` levels of these.
 */
export function isNestedDeeper(text: string, most: number): boolean {
  const columns: number[] = []
  let flow = 0
  let column = 0
  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token)
    if (type === 'flow-map-start' || type === 'flow-seq-start') flow++
    else if (type === 'flow-map-end' || type === 'flow-seq-end') flow = Math.max(0, flow - 1)
    else if (flow === 0 && (type === null || STARTS.has(type))) {
      while ((columns.at(-1) ?? -1) > column) columns.pop()
      if ((columns.at(-1) ?? -1) < column) columns.push(column)
    }
    if (flow + columns.length > most) return true
    if (type === 'scalar' || type === 'doc-mode' || type === 'flow-error-end') continue
    const line = token.lastIndexOf('\n')
    column = line === -1 ? column + token.length : token.length - line - 1
  }
  return false
}

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
