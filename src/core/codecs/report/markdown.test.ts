import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { reportMarkdown } from './markdown.ts'
import { markdownText } from './markdown-text.ts'
import { printable } from '../printable.ts'
import { HOSTILE, smallBoard, whole } from './testing/boards.ts'

/** What a renderer shows of escaped text, and what of it stands outside of code. */
function shownOf(markdown: string): { text: string; outside: string } {
  let [text, outside] = ['', '']
  const token = /(`+)([\s\S]*?[^`])\1(?!`)|\\\n|\\([!-/:-@[-`{-~])|&(lt|gt|amp);|<br>|([\s\S])/g
  for (const [all, fence, code = '', escaped, entity, plain] of markdown.matchAll(token)) {
    if (fence !== undefined) text += code.replace(/^ ([\s\S]*) $/, '$1')
    else if (all === '\\\n' || all === '<br>') text += '\n'
    else {
      text += escaped ?? (entity === undefined ? plain : { lt: '<', gt: '>', amp: '&' }[entity])
      if (plain !== undefined) outside += plain
    }
  }
  return { text, outside }
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim()
const PIECES = [
  ...HOSTILE.flatMap((text) => text.split(' ')),
  ...'` `` ~~ * ** _ # + - 1. 2) = --- | \\ < > & [ ] ( ) ! $ @ :x: www. ://'.split(' '),
  ' ',
  '\n',
  'a',
  'Ä1',
]
const nasty = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join(''))

test('[RP4] text shows as it is, and nothing of it is live', () => {
  fc.assert(
    fc.property(fc.oneof(nasty, fc.string({ unit: 'grapheme' })), fc.boolean(), (text, inTable) => {
      const markdown = markdownText(text, inTable)
      const { text: shown, outside } = shownOf(markdown)
      expect(folded(shown)).toBe(folded(printable(text)))
      expect(outside).not.toMatch(/[`*_[\]<>&|~!#@$]|:\/\//)
      expect(outside).not.toMatch(/(?:^|[^\p{L}\p{N}])www\./iu)
      expect(markdown).not.toMatch(/^(?:[#+=:-]|\d+[.)])/m)
    }),
    { numRuns: 2000 },
  )
})

test.each(HOSTILE)('[RP4] each row of a table keeps its cells: %j', (text) => {
  const document = whole(smallBoard((word) => `${word} ${text}`))
  const lines = reportMarkdown(document, { pictureFile: null }).split('\n')
  let columns = 0
  for (const [at, line] of lines.entries()) {
    const cells = line.replace(/\\[\s\S]/g, '').split('|').length - 2
    if (/^\| (?:---:?|---)/.test(lines[at + 1] ?? '')) columns = cells
    if (!line.startsWith('| ')) columns = line === '' ? 0 : columns
    else expect(cells).toBe(columns)
  }
})

test('[RP4] a word of very many backticks is code like any other', () => {
  const word = `@${'`a'.repeat(300_000)}`
  const text = markdownText(word)
  expect(text.startsWith('`` @')).toBe(true)
  expect(text).toContain(word)
})

test('the picture is named as a file beside it, and missing where there is none', () => {
  const document = whole(smallBoard())
  expect(reportMarkdown(document, { pictureFile: 'a b).svg' })).toContain('](a%20b%29.svg)')
  expect(reportMarkdown(document, { pictureFile: null })).not.toContain('![')
})

test('the contents lead to the sections', () => {
  const markdown = reportMarkdown(whole(smallBoard()), { pictureFile: null })
  for (const [, id] of markdown.matchAll(/\]\(#([^)]*)\)/g)) expect(markdown).toContain(`<a id="${id}"></a>`)
})
