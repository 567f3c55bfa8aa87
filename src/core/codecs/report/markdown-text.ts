import { printable } from '../printable.ts'

/**
 * A line of text as GitHub-flavoured Markdown that shows just it. Words that renderers make links, mentions, references, emoji
 * or formulas of after they have read the escapes stand as code, in which nothing is looked for.
 */
export function markdownText(text: string, inTable = false): string {
  const lines = printable(text)
    .trim()
    .split('\n')
    .map((line) => line.trim())
  const shown = lines.map((line) => lineIn(line, inTable))
  return shown.join(inTable ? '<br>' : '\\\n')
}

const lineIn = (line: string, inTable: boolean): string =>
  line
    .split(/(\s+)/)
    .map((word) =>
      // In a table a bar ends the cell even within code, and there a backslash before it cannot be told from its escape.
      inTable ? word.split('|').map(wordIn).join('\\|') : wordIn(word),
    )
    .join('')
    .replace(BLOCK_START, blockStart)

const LIVE = /[@$]|:\/\/|^www\.|[^\p{L}\p{N}]www\.|mailto:|xmpp:|#\d|:[\w+-]+:|\bgh-\d/iu

function wordIn(word: string): string {
  if (/^\s*$/.test(word)) return word === '' ? '' : ' '
  if (!LIVE.test(word)) return word.replace(/[\\`*_[\]<>&|~!^#]/g, (sign) => ENTITIES[sign] ?? `\\${sign}`)
  let longest = 0
  for (const [run] of word.matchAll(/`+/g)) longest = Math.max(longest, run.length)
  const fence = '`'.repeat(longest + 1)
  const space = longest > 0 ? ' ' : ''
  return `${fence}${space}${word}${space}${fence}`
}

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' }

/** What would begin a heading, a list, a rule or a title underlined. */
const BLOCK_START = /^(?:[#+=:-]|\d+[.)])/
const blockStart = (start: string): string => `${start.slice(0, -1)}\\${start.slice(-1)}`
