import { lineAndColumn } from '../model/json.ts'
import type { Problem } from '../model/problem.ts'

/** Characters of all comments and processing instructions: the parser makes a piece of each hyphen in these, and keeps it. */
const MOST_ASIDE = 8 * 1024 * 1024

const ENDS: Readonly<Record<string, string>> = { '<!--': '-->', '<?': '?>', '<![CDATA[': ']]>' }

/**
 * What must not reach the XML parser, which takes gigabytes for it before it says anything: a document type, or too much in
 * comments and processing instructions. Outside of these and of CDATA, well-formed XML has `<` only where markup begins; where
 * it is not well-formed, it is refused anyway.
 */
export function unparsableMarkup(text: string): Problem | null {
  const starts = /<(?:!--|\?|!\[CDATA\[|!DOCTYPE)/g
  let aside = 0
  for (let found = starts.exec(text); found !== null; found = starts.exec(text)) {
    const [start] = found
    const at = () => lineAndColumn(text, found.index)
    const close = ENDS[start]
    if (close === undefined) {
      const message = 'has a document type (<!DOCTYPE …>), which no file that is read may declare; remove it'
      return { code: 'forbidden', at: at(), message }
    }
    const end = text.indexOf(close, starts.lastIndex)
    const next = end === -1 ? text.length : end + close.length
    if (start !== '<![CDATA[') aside += next - found.index
    if (aside > MOST_ASIDE) {
      const message = `has more than ${MOST_ASIDE} characters in comments and processing instructions`
      return { code: 'too-large', at: at(), message }
    }
    starts.lastIndex = next
  }
  return null
}
