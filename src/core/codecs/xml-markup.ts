import { lineAndColumn } from '../model/json.ts'
import type { Problem } from '../model/problem.ts'

/**
 * The parser makes a piece of some signs, and keeps it until the text that it is in is whole: of references, of line breaks that
 * become others, of white space in attributes, and of what might have been the end of CDATA, a comment or an instruction.
 * Boards of ours in draw.io have fewer than three million in as many bytes as a file may have.
 */
const MOST_PIECES = 3 * 1024 * 1024

const ENDS: Readonly<Record<string, string>> = { '<!--': '-->', '<?': '?>', '<![CDATA[': ']]>' }

/**
 * What must not reach the XML parser, which takes gigabytes for it before it says anything: a document type, or too many pieces.
 * Well-formed XML has `<` only where markup begins, and in a tag quotation marks only around a value; where it is not
 * well-formed, it is refused anyway.
 */
export function unparsableMarkup(text: string): Problem | null {
  const special = /<(?:!--|\?|!\[CDATA\[|!DOCTYPE)/y
  let pieces = 0
  let inTag = false
  let quote = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === LESS && quote === 0) {
      special.lastIndex = at
      const start = special.exec(text)?.[0]
      inTag = start === undefined
      if (start === undefined) continue
      const close = ENDS[start]
      if (close === undefined) {
        const message =
          'has a document type (<!DOCTYPE …>), which no file that is read may declare; remove it'
        return { code: 'forbidden', at: lineAndColumn(text, at), message }
      }
      const end = text.indexOf(close, special.lastIndex)
      const next = end === -1 ? text.length : end + close.length
      pieces += piecesWithin(text, special.lastIndex, next, close.charCodeAt(0))
      if (pieces > MOST_PIECES) return tooMany(text, at)
      at = next - 1
    } else if (code === GREATER && quote === 0) inTag = false
    else if (inTag && (code === quote || (quote === 0 && (code === QUOTE || code === APOSTROPHE))))
      quote = quote === 0 ? code : 0
    else if (code === AMPERSAND || isTurned(code) || (quote !== 0 && (code === TAB || code === LINE_FEED)))
      if (++pieces > MOST_PIECES) return tooMany(text, at)
  }
  return null
}

function piecesWithin(text: string, start: number, end: number, sign: number): number {
  let pieces = 0
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === sign || isTurned(code)) pieces++
  }
  return pieces
}

/** Line breaks that become `\n`; those beyond ASCII only in XML 1.1. */
const isTurned = (code: number): boolean => code === 0x0d || code === 0x85 || code === 0x2028

const [TAB, LINE_FEED, QUOTE, AMPERSAND, APOSTROPHE, LESS, GREATER] = [9, 10, 34, 38, 39, 60, 62]

function tooMany(text: string, at: number): Problem {
  const message =
    `has more than ${MOST_PIECES} references (&…;), carriage returns, line breaks and tabs in attributes, brackets in CDATA, ` +
    'and hyphens or question marks in comments and instructions; write it without these, or in parts'
  return { code: 'too-large', at: lineAndColumn(text, at), message }
}
