import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAny } from './codecs.ts'
import { TooLarge } from './too-large.ts'
import { cellsOf } from './drawio/cells.ts'
import { keysOf } from './graphml/data.ts'
import { itemsOf } from './graphml/graphs.ts'
import { READ_LIMITS } from './limits.ts'
import { sourceOf } from './source.ts'
import { readText, refusalOf } from './testing/reading.ts'
import { plainXml, rootName, type XmlElement } from './xml.ts'

test('pictures are no models, whatever is in them', () => {
  const pictures = [
    '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>',
    '<svg><foreignObject><mxfile><diagram/></mxfile></foreignObject></svg>',
    '<svg content="&lt;mxfile&gt;&lt;diagram/&gt;&lt;/mxfile&gt;"/>',
    '<html><body>mxGraphModel graphml ThreatModel</body></html>',
  ]
  for (const picture of pictures) expect(refusalOf(picture, 'x.svg')).toEqual(['unknown-format (file)'])
})

test('entities that a file declares, or that nobody does, are refused before they grow', () => {
  const bomb = `<!DOCTYPE mxfile [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 20 }, (_, index) => `<!ENTITY a${index} "${`&a${index - 1};`.repeat(10)}">`).join('')}]><mxfile>&a19;</mxfile>`
  expect(refusalOf(bomb, 'x.drawio')[0]).toMatch(/^forbidden /)
  expect(refusalOf('<!DOCTYPE graphml SYSTEM "file:///etc/passwd"><graphml/>', 'x.graphml')[0]).toMatch(
    /^forbidden /,
  )
  expect(refusalOf('<graphml>&passwd;</graphml>', 'x.graphml')[0]).toMatch(/^not-xml /)
  expect(refusalOf('<?xml version="1.0" encoding="UTF-7"?><svg/>', 'x')).toEqual(['unknown-format (file)'])
})

describe.skipIf(!existsSync('../shared/samples/invalid/adversarial-svg'))(
  'pictures in ../shared/samples/invalid',
  () => {
    const folder = '../shared/samples/invalid/adversarial-svg'
    const names = existsSync(folder) ? readdirSync(folder) : []
    test.each(names)('%s is refused', (name) => {
      const read = readAny(sourceOf(readFileSync(`${folder}/${name}`), name))
      expect(read.ok).toBe(false)
      if (!read.ok)
        for (const { at, message } of read.problems) expect(`${at}${message}`).not.toMatch(/root:|alert/)
    })
  },
)

test('[EX1] no more cells or nodes are looked at than a board may have records', () => {
  const element = (name: string, children: readonly XmlElement[] = []): XmlElement => ({
    name,
    attributes: new Map(),
    children,
    text: '',
    line: 1,
  })
  const many = (name: string) => Array<XmlElement>(READ_LIMITS.records + 1).fill(element(name))
  expect(() => cellsOf(element('root', many('mxCell')))).toThrow(TooLarge)
  const file = element('graphml', [element('graph', many('edge'))])
  expect(() => itemsOf(file, keysOf(file))).toThrow(TooLarge)
})

test('the root is found behind what may stand before it, in a damaged file too', () => {
  expect(rootName('\uFEFF<?xml version="1.0"?>\n<!-- <a> --><b:c d="')).toBe('b:c')
  expect(rootName('<!DOCTYPE a><b')).toBe('b')
  expect([rootName(''), rootName('a<b>'), rootName('<!-- '), rootName('<'), rootName('< a>')]).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
  expect(rootName('<!---->'.repeat(200_000))).toBeNull()
})

test('[EX1] any text that begins as XML is read or refused', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '/',
    'mxfile',
    'graphml',
    'ThreatModel',
    ' ',
    '"',
    '=',
    'a',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '&',
    ';',
    '<?xml?>',
  )
  fc.assert(
    fc.property(fc.array(piece), fc.string(), (pieces, text) => {
      for (const file of [`<${pieces.join('')}`, `<mxfile>${text}`, `<graphml ${text}/>`]) {
        const read = readText(file, 'x')
        if (!read.ok)
          for (const { at, message } of read.problems) expect(at !== '' && message !== '').toBe(true)
      }
    }),
  )
})

test('what XML cannot say is replaced', () => {
  expect(plainXml('a\u0000b\uFFFEc\uD800d\n')).toBe('a\uFFFDb\uFFFDc\uFFFDd\n')
})
