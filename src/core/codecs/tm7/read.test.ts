import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foreignOf } from '../extension.ts'
import { tally } from '../report.ts'
import { escapeXml } from '../xml.ts'
import { importOf, refusalOf } from '../testing/reading.ts'

const FILE = readFileSync(new URL('fixtures/model.tm7', import.meta.url), 'utf8')
const read = importOf(FILE, 'model.tm7')
const { model, report } = read

test('surfaces and boundaries are segments, what has a shape components, and words notes', () => {
  const [core, again] = ['10000000-0000-4000-8000-000000000001', '10000000-0000-4000-8000-000000000002']
  expect(model.segments.map(({ id, name, parent }) => [id, name, parent])).toEqual([
    [core, 'Core', null],
    [again, 'Again', null],
    ['outer', 'Data centre', core],
    ['inner', '5G core', 'outer'],
  ])
  expect(model.components.map(({ id, name, segment }) => `${id} ${name} in ${segment}`)).toEqual([
    'amf AMF in inner',
    'loose-end (open end) in outer',
    'udr UDR in outer',
    `udr-2 UDR in ${again}`,
    `user Human User in ${core}`,
  ])
  expect(model.notes.map(({ id, text }) => [id, text])).toEqual([
    ['line', 'Trust boundary: Internet'],
    ['words', 'Ask Ana'],
  ])
  expect(foreignOf(model.components[0] ?? {}, 'tm7')).toEqual({
    type: 'SE.P.TMCore.WebSvc',
    properties: { 'Out Of Scope': 'true', 'Code Type': 'Unmanaged' },
  })
  expect(read.foreign.find(({ component }) => component === 'amf')).toEqual({
    component: 'amf',
    type: 'SE.P.TMCore.WebSvc',
    name: 'AMF',
  })
})

test('flows are links, also those that are tied to nothing', () => {
  expect(model.links.map(({ id, from, to, name, direction }) => [id, from, to, name, direction])).toEqual([
    ['loose', 'loose-end', 'udr', 'Loose', 'forward'],
    ['read', 'amf', 'udr', 'N35', 'forward'],
  ])
})

test('[EX6] threats are on what they are about, and what was done about one treats nothing', () => {
  expect(model.meta.lastThreat).toBe(3)
  expect(
    model.threats.map(({ id, number, on, stride, decision }) => [id, number, on, stride, decision]),
  ).toEqual([
    ['7', 1, { link: 'read' }, 'T', 'mitigate'],
    ['8', 2, { component: 'user' }, null, 'open'],
    ['9', 3, { link: 'loose' }, 'D', 'dismissed'],
  ])
  expect(model.mitigations).toEqual([
    expect.objectContaining({
      title: 'Writes are signed',
      on: [{ link: 'read' }],
      treats: [],
      effect: 'governs',
      status: 'implemented',
    }),
  ])
  expect(model.risks).toEqual([])
})

test('texts have the names of what they are about filled in, and lines for what has no place', () => {
  const [tampering, abuse, own] = model.threats
  expect(tampering).toMatchObject({
    title: 'Tampering with UDR',
    description: [
      'AMF, Unmanaged, writes to UDR over N35; {target.Unknown}',
      'Priority: High',
      'Possible mitigations: Sign it. https://example.org',
    ].join('\n\n'),
    rationale: 'Writes are signed',
    by: 'Ana',
    at: '2026-03-01T09:00:00.500Z',
  })
  expect(abuse).toMatchObject({
    title: 'Abuse of Human User',
    description: 'AMF abuses Human User.\n\nCategory: Abuse\n\nPriority: Low',
    at: null,
  })
  expect(own).toMatchObject({ title: 'Own', description: '', rationale: 'No such users' })
})

test('the model is described, and its notes are comments', () => {
  expect(model.meta).toMatchObject({
    title: 'Small core',
    description: 'A small core\n\nOwner: Ana\n\nAssumptions: Radio is trusted',
  })
  expect(model.comments).toEqual([
    expect.objectContaining({ author: 'Ben', text: 'Check the UDR', created: '2026-03-01T09:00:00.000Z' }),
  ])
})

test('[EX2] each thing is in the report once', () => {
  const counts = Object.fromEntries(
    tally(report).map(({ what, carried, changed, dropped }) => [what, [carried, changed, dropped]]),
  )
  expect(counts).toEqual({
    'drawing surface': [2, 0, 0],
    'trust boundary': [2, 0, 0],
    process: [0, 1, 0],
    'data store': [2, 0, 0],
    'external interactor': [1, 0, 0],
    annotation: [1, 0, 0],
    flow: [1, 1, 0],
    'trust line boundary': [0, 1, 0],
    threat: [3, 0, 1],
    note: [1, 0, 0],
    message: [0, 0, 1],
    'knowledge base': [0, 0, 1],
  })
})

test('[EX9] elements stand as they are drawn, the surfaces beside each other', () => {
  expect(read.placed).toBe(true)
  const pos = Object.fromEntries(model.segments.map(({ name, pos }) => [name, pos]))
  expect((pos['Again']?.[0] ?? 0) - (pos['Core']?.[0] ?? 0)).toBeGreaterThan(900)
  expect((pos['5G core']?.[0] ?? 0) > 0 && (pos['5G core']?.[1] ?? 0) > 0).toBe(true)
})

test('what cannot be read is refused in its terms', () => {
  expect(refusalOf(FILE.slice(0, -200), 'x.tm7')[0]).toMatch(/^not-xml /)
  expect(refusalOf(`<!DOCTYPE a [<!ENTITY b "c">]>${FILE}`, 'x.tm7')[0]).toMatch(/^forbidden /)
  expect(refusalOf('<ThreatModel xmlns="urn:other"/>', 'x.xml')).toEqual(['unknown-format (file)'])
})

const word = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    'b',
    'gone',
    'NaN',
    '1e99',
    '-5',
    '00000000-0000-0000-0000-000000000000',
    '__proto__',
    '{source.Name}',
  ),
  fc.string({ maxLength: 5 }),
)
const stencil = fc
  .tuple(
    fc.constantFrom('StencilEllipse', 'BorderBoundary', 'LineBoundary', 'Connector', 'Other', ''),
    fc.array(word, { minLength: 8, maxLength: 8 }),
  )
  .map(([type, words]) => {
    const [guid, name, x, y, width, height, from, to] = words.map(escapeXml)
    return `<e><Key>${guid}</Key><Value i:type="${type}" z:Id="${guid}" z:Ref="${to}"><Guid>${guid}</Guid><Properties><anyType><DisplayName>Name</DisplayName><Value>${name}</Value></anyType></Properties><Left>${x}</Left><Top>${y}</Top><Width>${width}</Width><Height>${height}</Height><SourceGuid>${from}</SourceGuid><TargetGuid>${to}</TargetGuid><SourceX>${x}</SourceX><SourceY>${y}</SourceY></Value></e>`
  })
const threat = fc.array(word, { minLength: 6, maxLength: 6 }).map((words) => {
  const [id, flow, state, title, category, surface] = words.map(escapeXml)
  return `<e><Key>k</Key><Value><Id>${id}</Id><FlowGuid>${flow}</FlowGuid><TargetGuid>a</TargetGuid><State>${state}</State><DrawingSurfaceGuid>${surface}</DrawingSurfaceGuid><Properties><p><Key>Title</Key><Value>${title}</Value></p><p><Key>UserThreatCategory</Key><Value>${category}</Value></p></Properties></Value></e>`
})
const surface = fc
  .tuple(word, fc.array(stencil, { maxLength: 5 }), fc.array(stencil, { maxLength: 3 }))
  .map(
    ([guid, borders, lines]) =>
      `<s><Guid>${escapeXml(guid)}</Guid><Borders>${borders.join('')}</Borders><Lines>${lines.join('')}</Lines></s>`,
  )
const anyModel = fc
  .tuple(fc.array(surface, { maxLength: 3 }), fc.array(threat, { maxLength: 4 }))
  .map(
    ([surfaces, threats]) =>
      `<ThreatModel xmlns="http://schemas.datacontract.org/2004/07/ThreatModeling.Model" xmlns:i="i" xmlns:z="z"><DrawingSurfaceList>${surfaces.join('')}</DrawingSurfaceList><ThreatInstances>${threats.join('')}</ThreatInstances></ThreatModel>`,
  )

test('[EX1] anything in the shape of a model gives a board, the same each time', () => {
  fc.assert(
    fc.property(anyModel, (file) => {
      const first = importOf(file, 'x.tm7')
      expect(importOf(file, 'x.tm7')).toEqual(first)
      const threats = first.report.filter(({ what }) => what === 'threat')
      expect(threats).toHaveLength((file.match(/<FlowGuid>/g) ?? []).length)
      expect(
        first.model.mitigations.every(({ treats, effect }) => treats.length === 0 && effect === 'governs'),
      ).toBe(true)
      const elements = first.report.filter(
        ({ what }) => !['drawing surface', 'threat', 'reference'].includes(what),
      )
      expect(elements).toHaveLength((file.match(/<Left>/g) ?? []).length)
    }),
    { numRuns: 300 },
  )
})

test.each(['constructor', 'toString', '__proto__'])(
  'a class that is called %s is an element like any other',
  (name) => {
    const file = `<ThreatModel xmlns="http://schemas.datacontract.org/2004/07/ThreatModeling.Model" xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><DrawingSurfaceList><DrawingSurfaceModel><Guid>g</Guid><Borders><KeyValueOfguidanyType><Key>k1</Key><Value i:type="${name}"><Guid>k1</Guid></Value></KeyValueOfguidanyType></Borders></DrawingSurfaceModel></DrawingSurfaceList></ThreatModel>`
    expect(importOf(file, 'model.tm7').report.map(({ what }) => what)).toContain('element')
  },
)
