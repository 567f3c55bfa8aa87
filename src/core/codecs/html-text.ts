/**
 * HTML of another tool as plain words, and words as HTML. Tags are told from words by a tokenizer that knows no more of
 * HTML than that: nothing is built, run or fetched.
 */

/** Elements whose content is no words. */
const SILENT = /^(?:script|style|template|title|svg|math|iframe|object|noscript|textarea)$/
/** Elements that begin a line of their own. */
const BLOCK = /^(?:address|blockquote|br|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|section|table|tr|ul)$/
/** Elements that stand apart from what is before them on the line. */
const CELL = /^(?:td|th)$/
const INLINE = /^(?:a|b|code|em|font|i|img|s|small|span|strike|strong|sub|sup|tbody|thead|tt|u)$/

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  bull: '•',
  copy: '©',
  deg: '°',
  euro: '€',
  gt: '>',
  harr: '↔',
  hellip: '…',
  laquo: '«',
  larr: '←',
  ldquo: '“',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  middot: '·',
  nbsp: ' ',
  ndash: '–',
  quot: '"',
  raquo: '»',
  rarr: '→',
  rdquo: '”',
  reg: '®',
  rsquo: '’',
  shy: '',
  times: '×',
  trade: '™',
}

/** The words, one line for each block that has any, white space as a browser shows it. */
export function htmlText(html: string): string {
  let words = ''
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf('<', at)
    if (open < 0) return tidy(words + decode(html.slice(at)))
    words += decode(html.slice(at, open))
    if (html.startsWith('<!--', open)) {
      at = after(html, '-->', open + 4)
      continue
    }
    const name = /^<[/!?]?([A-Za-z][A-Za-z0-9:-]*)/.exec(html.slice(open, open + 64))?.[1]?.toLowerCase()
    if (name === undefined) {
      words += '<'
      at = open + 1
      continue
    }
    at = endOfTag(html, open)
    const isEnd = html[open + 1] === '/'
    if (!isEnd && SILENT.test(name) && html[at - 2] !== '/') at = afterElement(html, name, at)
    else if (BLOCK.test(name)) words += '\n'
    else if (CELL.test(name) && !isEnd) words += ' '
  }
  return tidy(words)
}

/** Whether a text has tags that only HTML has, though nobody says that it is HTML. */
export function looksLikeHtml(text: string): boolean {
  for (const [, name = ''] of text.matchAll(/<\/?([A-Za-z][A-Za-z0-9]{0,12})(?=[\s/>])/g)) {
    const lower = name.toLowerCase()
    if ([SILENT, BLOCK, CELL, INLINE].some((kind) => kind.test(lower))) return true
  }
  return false
}

/** Words as HTML that shows them: no sign of them is markup. */
export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/\r\n|[\r\n]/g, '<br>')

const after = (text: string, mark: string, from: number): number => {
  const found = text.indexOf(mark, from)
  return found < 0 ? text.length : found + mark.length
}

/** Behind the `>` that ends the tag at `open`; one in quotes does not. A tag that never ends takes all the rest. */
function endOfTag(html: string, open: number): number {
  const signs = /["'>]/g
  for (let at = open + 1; ; ) {
    signs.lastIndex = at
    const found = signs.exec(html)
    if (found === null) return html.length
    if (found[0] === '>') return found.index + 1
    at = after(html, found[0], found.index + 1)
  }
}

function afterElement(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  end.lastIndex = from
  const found = end.exec(html)
  return found === null ? html.length : endOfTag(html, found.index)
}

const decode = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));/gi, (whole, hex, decimal, name) => {
      if (name !== undefined) return NAMED[String(name)] ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16)
      const isSign = code > 0x1f && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      return isSign ? String.fromCodePoint(code) : ' '
    })

const tidy = (words: string): string =>
  words
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
