import { deflateSync, strToU8 } from 'fflate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeBase64 } from '../base64.ts'
import { READ_LIMITS } from '../limits.ts'
import { escapeXml } from '../xml.ts'
import { importOf, readText, refusalOf } from '../testing/reading.ts'

const page = (cells: string) =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`
const vertex = (id: string, parent: string, geometry = 'x="0" y="0" width="10" height="10"', more = '') =>
  `<mxCell id="${id}" value="${id}" parent="${parent}" vertex="1" ${more}><mxGeometry ${geometry} as="geometry"/></mxCell>`
const edge = (id: string, source: string, target: string) =>
  `<mxCell id="${id}" parent="1" edge="1" source="${source}" target="${target}"/>`
const packed = (bytes: Uint8Array) =>
  `<mxfile><diagram name="P">${encodeBase64(deflateSync(bytes))}</diagram></mxfile>`
const refused = (text: string, limits = READ_LIMITS) => refusalOf(text, 'x.drawio', limits)

describe('packed pages', () => {
  test('one that unpacks to more than the limit is refused', () => {
    const limits = { ...READ_LIMITS, inflated: 1024 * 1024 }
    const bomb = packed(new Uint8Array(8 * 1024 * 1024).fill(97))
    expect(bomb.length).toBeLessThan(16 * 1024)
    expect(refused(bomb, limits)).toEqual(['too-large the diagram at line 1'])
  })

  test('several that do so together are refused', () => {
    const one = deflateSync(strToU8(encodeURIComponent(page(' '.repeat(2000)))))
    const diagram = `<diagram>${encodeBase64(one)}</diagram>`
    const limits = { ...READ_LIMITS, inflated: 10_000 }
    expect(refused(`<mxfile>${diagram}</mxfile>`, limits)).toEqual([])
    expect(refused(`<mxfile>${diagram}${diagram}</mxfile>`, limits)).toEqual([
      'too-large the diagram at line 1',
    ])
    const cells = deflateSync(strToU8(encodeURIComponent(page(vertex('a', '1').repeat(20)))))
    const many = `<diagram>${encodeBase64(cells)}</diagram>`
    const few = { ...READ_LIMITS, values: 300 }
    expect(refused(`<mxfile>${many}</mxfile>`, few)).toEqual([])
    expect(refused(`<mxfile>${many}${many}</mxfile>`, few)[0]).toMatch(
      /^too-large the diagram at line 1, line /,
    )
  })

  test('what is no base64, no deflate, no percent-encoding, no XML or no diagram is refused', () => {
    const at = 'the diagram at line 1'
    expect(refused('<mxfile><diagram>%%%</diagram></mxfile>')).toEqual([`damaged ${at}`])
    expect(refused('<mxfile><diagram>AAAA</diagram></mxfile>')).toEqual([`damaged ${at}`])
    expect(refused(packed(strToU8('%ZZ')))).toEqual([`damaged ${at}`])
    expect(refused(packed(Uint8Array.of(255, 254, 253)))).toEqual([`damaged ${at}`])
    expect(refused(packed(strToU8('words')))[0]).toMatch(/^not-xml /)
    expect(refused(packed(strToU8('%3Csvg%2F%3E')))).toEqual([`wrong-value ${at}`])
    const whole = encodeBase64(deflateSync(strToU8(page(vertex('a', '1')))))
    expect(refused(`<mxfile><diagram>${whole.slice(0, -8)}</diagram></mxfile>`)).toEqual([`damaged ${at}`])
  })

  test('a document type in a packed page is refused as one in the file is', () => {
    const evil = '<!DOCTYPE x [<!ENTITY a "b">]>'
    expect(refused(`${evil}${page('')}`)[0]).toMatch(/^forbidden /)
    expect(refused(packed(strToU8(encodeURIComponent(`${evil}${page('')}`))))[0]).toMatch(
      /^forbidden the diagram/,
    )
    expect(refused(page(`<mxCell value="&x;" id="a"/>`))[0]).toMatch(/^not-xml /)
  })
})

test('elements that are nested too deep are refused', () => {
  const deep = `${'<a>'.repeat(70)}${'</a>'.repeat(70)}`
  expect(refused(page(deep))[0]).toMatch(/^too-deep /)
})

test('cells that are their own parent, or lie in each other, stand on the page', () => {
  const cells = [
    vertex('self', 'self', 'x="500" width="10" height="10"'),
    vertex('a', 'c'),
    vertex('b', 'a'),
    vertex('c', 'b'),
    edge('e', 'self', 'b'),
  ]
  const { model, report } = importOf(page(cells.join('')), 'x.drawio')
  expect(model.segments.map(({ id, parent }) => `${id} in ${parent}`)).toEqual(['a in null', 'b in a'])
  const homes = model.components.map(({ id, segment }) => `${id} in ${segment}`)
  expect(homes.toSorted()).toEqual(['b-end in b', 'c in b', 'self in null'])
  expect(report.filter(({ fate }) => fate === 'changed').map(({ at }) => at)).toEqual(['self', 'a', 'e'])
  expect(report.map(({ at }) => at).toSorted()).toEqual(['a', 'b', 'c', 'e', 'self'])
})

test('numbers that are none or beyond all boards are brought within, and told', () => {
  const odd = [
    'x="NaN" y="Infinity" width="-5" height="1e999"',
    'x="1e300" y="-1e300" width="1e12" height="0x10"',
  ]
  const { model, report } = importOf(
    page(odd.map((geometry, index) => vertex(`o${index}`, '1', geometry)).join('')),
    'x',
  )
  expect(report.map(({ at, fate }) => `${at} ${fate}`)).toEqual(['o0 changed', 'o1 changed'])
  for (const { pos } of model.components)
    for (const value of pos) expect(Math.abs(value)).toBeLessThanOrEqual(1e7)
  for (const { pos, size } of model.segments)
    for (const value of [...pos, ...size]) expect(Math.abs(value)).toBeLessThanOrEqual(1e7)
})

test('an id that is there twice, or none, does not hide a cell', () => {
  const file = page(
    [vertex('a', '1'), vertex('a', '1'), vertex('', '1'), vertex('', '1'), vertex('__proto__', '1')].join(''),
  )
  const { model, report } = importOf(file, 'x')
  expect(model.components).toHaveLength(5)
  expect(report.map(({ fate, words }) => `${fate} ${words}`)).toEqual([
    'carried ',
    'changed has the id of another cell, and got one of its own',
    'carried ',
    'carried ',
    'carried ',
  ])
})

test('scripts in labels are no words, and none is kept', () => {
  const labels = [
    '<script>alert(1)</script>A',
    '<img src=x onerror="alert(1)">B',
    '<svg onload=alert(1)><text>no</text></svg>C',
    '<!-- <b> -->D',
    '<scr<script>ipt>E',
    '<a href="javascript:alert(1)">F</a>',
    '<iframe srcdoc="<script>">x</iframe>G',
    '<style>@import url(//x)</style>H',
  ]
  const cells = labels.map(
    (label, index) =>
      `<mxCell id="c${index}" value="${escapeXml(label)}" style="html=1" parent="1" vertex="1"><mxGeometry x="${index * 200}" width="9" height="9" as="geometry"/></mxCell>`,
  )
  const { model } = importOf(page(cells.join('')), 'x')
  expect(model.components.map(({ name }) => name)).toEqual(['A', 'B', 'C', 'D', 'ipt>E', 'F', 'G', 'H'])
})

test('our own field with anything in it does no harm', () => {
  const anything = fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .constantFrom('segments', 'components', 'links', 'notes', 'version')
      .chain((kind) =>
        fc.jsonValue().map((value) => JSON.stringify({ [kind]: value, version: 1, meta: value })),
      ),
  )
  fc.assert(
    fc.property(anything, anything, (root, field) => {
      const file = `<mxGraphModel><root><object id="0" ringfence="${escapeXml(root)}"><mxCell/></object><mxCell id="1" parent="0"/><object id="a" label="A" ringfence="${escapeXml(field)}"><mxCell parent="1" vertex="1"/></object></root></mxGraphModel>`
      const read = readText(file, 'x')
      expect(read.ok).toBe(true)
      if (read.ok) expect(read.value.report.filter(({ at }) => at === 'a')).toHaveLength(1)
    }),
  )
})

const attribute = fc.constantFrom('', '0', '1', 'a', 'b', 'c', 'e', 'NaN', '-1e9', '50', 'gone')
const anyCell = fc
  .record({
    tag: fc.constantFrom('mxCell', 'object', 'UserObject', 'Array', 'mxGeometry'),
    id: attribute,
    parent: attribute,
    kind: fc.constantFrom('vertex="1"', 'edge="1"', '', 'vertex="1" edge="1"'),
    source: attribute,
    target: attribute,
    style: fc.oneof(
      fc.string(),
      fc.constantFrom(
        'text;html=1',
        'swimlane',
        'group',
        'edgeLabel',
        'dashed=1;fillColor=none',
        'endArrow=none',
      ),
    ),
    label: fc.oneof(fc.string(), fc.constantFrom('<b>x</b>', '<', '<!--', '&amp;', '%a%')),
    x: attribute,
    y: attribute,
    relative: fc.constantFrom('', 'relative="1"'),
  })
  .map(({ tag, id, parent, kind, source, target, style, label, x, y, relative }) => {
    const inner = `parent="${parent}" ${kind} source="${source}" target="${target}" style="${escapeXml(style)}"><mxGeometry x="${x}" y="${y}" width="50" height="${y}" ${relative} as="geometry"><mxPoint x="${x}" as="sourcePoint"/></mxGeometry></mxCell>`
    return tag === 'mxCell'
      ? `<mxCell id="${id}" value="${escapeXml(label)}" ${inner}`
      : `<${tag} id="${id}" label="${escapeXml(label)}" placeholders="1"><mxCell ${inner}</${tag}>`
  })

test('[EX1] cells in any disorder give a board, the same each time, with one entry for each', () => {
  fc.assert(
    fc.property(fc.array(anyCell, { maxLength: 12 }), (cells) => {
      const file = page(cells.join(''))
      const { model, report, ...rest } = importOf(file, 'x')
      expect(importOf(file, 'x')).toEqual({ model, report, ...rest })
      const things = cells.filter((cell) => /vertex="1"|edge="1"/.test(cell))
      expect(report.filter(({ what }) => /^(?:vertex|edge|label)$/.test(what))).toHaveLength(things.length)
      const ends = new Set(model.components.map(({ id }) => id))
      for (const { from, to } of model.links) expect(ends.has(from ?? '') && ends.has(to ?? '')).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('shapes that lie across each other by the thousands are refused before anybody waits', () => {
  const shapes = Array.from({ length: 12_000 }, (_, index) =>
    vertex('s', '1', `x="0" y="0" width="${300 + index}" height="${12_300 - index}"`),
  )
  expect(refused(page(shapes.join('')))).toEqual(['too-large (file)'])
})

test('a chain of five thousand parents is read', () => {
  const chain = Array.from({ length: 5_000 }, (_, index) =>
    vertex(`n${index}`, index === 0 ? '1' : `n${index - 1}`),
  )
  expect(importOf(page(chain.join('')), 'x').model.segments).toHaveLength(4_999)
})
