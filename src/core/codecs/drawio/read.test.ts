import { readFileSync } from 'node:fs'
import { deflateSync, strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { COMPONENT_SIZE } from '../../layout/geometry.ts'
import { originOf } from '../../layout/frames.ts'
import { BLANK_COMPONENT, BLANK_LINK } from '../../model/blank.ts'
import { emptyModel, type Model } from '../../model/records.ts'
import { encodeBase64 } from '../base64.ts'
import { foreignOf } from '../extension.ts'
import { importOf } from '../testing/reading.ts'
import { writeDrawio } from './write.ts'

const FILE = readFileSync(new URL('fixtures/network.drawio', import.meta.url), 'utf8')
const network = importOf(FILE, 'network.drawio')
const { model } = network
const one = <T extends { id: string }>(list: readonly T[], id: string): T => {
  const found = list.find((record) => record.id === id)
  if (found === undefined) throw new Error(`nothing is called ${id}`)
  return found
}
const said = (at: string) => network.report.filter((entry) => entry.at === at)

test('containers, groups and boundaries are segments within each other, as drawn or as said', () => {
  expect(model.segments.map(({ id, name, parent }) => `${id} ${name} in ${parent}`).toSorted()).toEqual([
    'core 5G core in zone',
    'group  in null',
    'zone Data centre in null',
  ])
  const homes = Object.fromEntries(model.components.map(({ id, segment }) => [id, segment]))
  expect(homes).toMatchObject({
    amf: 'core',
    smf: 'core',
    'drawn-in': 'zone',
    'in-group': 'group',
    outside: null,
    'named-end': null,
  })
})

test('labels are words: tags, scripts and addresses are left out', () => {
  expect(one(model.components, 'amf').name).toBe('AMF 1')
  expect(one(model.components, 'smf').name).toBe('SMF & more')
  expect(model.notes.map(({ id, text }) => [id, text])).toEqual([['words', 'Ask Ana\nabout this']])
  expect(said('amf')).toEqual([
    { fate: 'changed', what: 'vertex', at: 'amf', words: 'had an address to open, which is left out' },
  ])
  expect(foreignOf(one(model.components, 'amf'), 'drawio')).toEqual({
    style: 'shape=mxgraph.cisco.servers.standard_host',
    data: { owner: 'Core team', tooltip: 'Ask first' },
  })
})

test('shapes are told as what the file calls them', () => {
  const types = Object.fromEntries(network.foreign.map(({ component, type }) => [component, type]))
  expect(types).toMatchObject({
    amf: 'mxgraph.cisco.servers.standard_host',
    smf: 'rectangle',
    'drawn-in': 'ellipse',
    outside: 'cloud',
    'in-group': 'Mgmt',
  })
})

test('edges are links the way their arrows point, called as their labels', () => {
  const link = (id: string) => one(model.links, id)
  expect(link('n11')).toMatchObject({ from: 'amf', to: 'smf', name: 'N11', direction: 'forward' })
  expect(link('back')).toMatchObject({ from: 'drawn-in', to: 'amf', name: 'N8', direction: 'forward' })
  expect(link('plain')).toMatchObject({ from: 'named-end', to: 'outside', name: null, direction: 'both' })
})

test('an end at a segment, at a shape that it is not tied to, or at nothing, gets a component', () => {
  const core = one(model.components, one(model.links, 'to-core').to ?? '')
  expect(core).toMatchObject({ id: 'core-end', name: '5G core', segment: 'core' })
  expect(one(model.links, 'seen').to).toBe('outside')
  const open = one(model.components, one(model.links, 'open').to ?? '')
  expect(open).toMatchObject({ name: '(open end)', segment: null })
  for (const at of ['to-core', 'seen', 'open']) expect(said(at).map(({ fate }) => fate)).toEqual(['changed'])
  expect(network.foreign.map(({ component }) => component)).toContain(open.id)
})

test('[EX2] each cell that is a record is in the report once', () => {
  const cells = [...FILE.matchAll(/ id="([^"]+)"/g)]
    .map(([, id]) => id)
    .filter((id) => id !== 'a' && id !== '0' && id !== '1')
  expect(network.report.map(({ at }) => at).toSorted()).toEqual(['Core', ...cells.map(String)].toSorted())
  expect(said('up').map(({ fate, what }) => `${what} ${fate}`)).toEqual(['layer dropped'])
})

test('[EX9] what stands apart in the diagram stands apart on the board, and inside what it stood in', () => {
  expect(network.placed).toBe(true)
  const corners = model.components.map(({ segment, pos }) => {
    const [x, y] = originOf(model, segment)
    return [x + pos[0], y + pos[1]] as const
  })
  for (const [index, [x, y]] of corners.entries()) {
    for (const [otherX, otherY] of corners.slice(index + 1)) {
      const apart = Math.abs(x - otherX) >= COMPONENT_SIZE[0] || Math.abs(y - otherY) >= COMPONENT_SIZE[1]
      expect(apart).toBe(true)
    }
  }
  for (const { pos, segment } of model.components) {
    if (segment === null) continue
    const { size } = one(model.segments, segment)
    expect(pos[0] >= 0 && pos[1] >= 0).toBe(true)
    expect(pos[0] + COMPONENT_SIZE[0] <= size[0] && pos[1] + COMPONENT_SIZE[1] <= size[1]).toBe(true)
  }
})

const page = (cells: string) =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`
const box = (id: string, x: number, more = '') =>
  `<mxCell id="${id}" value="${id}" vertex="1" parent="1" ${more}><mxGeometry x="${x}" y="0" width="168" height="64" as="geometry"/></mxCell>`

test('a bare model, a packed page and a plain one are all the same diagram', () => {
  const xml = page(box('a', 0))
  const packed = encodeBase64(deflateSync(strToU8(encodeURIComponent(xml))))
  const files = [
    xml,
    `<mxfile><diagram name="">${packed}</diagram></mxfile>`,
    `<?xml version="1.0"?>\n<!-- saved --><mxfile><diagram>${xml}</diagram></mxfile>`,
    `<mxfile><diagram>${xml.replaceAll('<', '&lt;')}</diagram></mxfile>`,
  ]
  for (const file of files) expect(importOf(file, 'a.xml')).toEqual(importOf(xml, 'a.xml'))
})

test('several pages stand beside each other, each a segment; ids that both use are told apart', () => {
  const pages = [page(box('a', 0)), page(`${box('a', 0)}${box('b', 400)}`), page('')]
  const file = `<mxfile>${pages.map((xml, index) => `<diagram name="P${index}">${xml}</diagram>`).join('')}</mxfile>`
  const { model, report } = importOf(file, 'dir/three pages.drawio.xml')
  expect(model.meta.title).toBe('three pages')
  expect(model.segments.map(({ name }) => name)).toEqual(['P0', 'P1', 'P2'])
  expect(model.components.map(({ id, name, segment }) => `${id} ${name} ${segment}`).toSorted()).toEqual([
    'a a page-1',
    'a-2 a page-2',
    'b b page-2',
  ])
  const [first, second] = model.segments
  expect((first?.pos[0] ?? 0) + (first?.size[0] ?? 0)).toBeLessThan(second?.pos[0] ?? 0)
  expect(report.map(({ what, at }) => `${what} ${at}`)).toEqual([
    'page P0',
    'vertex P0: a',
    'page P1',
    'vertex P1: a',
    'vertex P1: b',
    'page P2',
  ])
})

const board: Model = {
  ...emptyModel('Mine'),
  segments: [
    { id: 's', name: 'Core', kind: 'core-5g', parent: null, zone: 'z', pos: [10, 20], size: [600, 300] },
  ],
  vendors: [{ id: 'v', name: 'Acme', restricted: true }],
  components: [
    { ...BLANK_COMPONENT, id: 'a', name: 'AMF', function: 'amf', vendor: 'v', segment: 's', pos: [20, 40.1] },
    { ...BLANK_COMPONENT, id: 'b', name: 'SMF', function: 'smf', segment: 's', pos: [320, 40] },
  ],
  links: [{ ...BLANK_LINK, id: 'l', from: 'a', to: 'b', interface: 'n11', plane: 'control' }],
  notes: [{ id: 'n', text: 'Line one\nline two', segment: null, pos: [0, 400], size: [200, 100] }],
}
const ours = String(writeDrawio.write(board, { date: '2026-11-28' }).files[0]?.content)
const edited = (from: string | RegExp, to: string) => {
  expect(ours).toMatch(from)
  return importOf(ours.replace(from, to), 'x.drawio').model
}

test('[EX3] what somebody changed in draw.io wins, and all else stays', () => {
  const [a, b] = board.components
  expect(edited('label="AMF"', 'label="&lt;b&gt;AMF 2&lt;/b&gt;"').components).toEqual([
    { ...a, name: 'AMF 2' },
    b,
  ])
  expect(edited('x="320" y="40"', 'x="300" y="80"').components[1]).toEqual({ ...b, pos: [300, 80] })
  expect(edited('<mxGeometry x="320" y="40"', '<mxGeometry y="40"').components[1]).toEqual({
    ...b,
    pos: [0, 40],
  })
  expect(
    edited(/vertex="1" parent="s"(><mxGeometry x="320" y="40")/, 'vertex="1" parent="1"$1').components[1],
  ).toEqual({
    ...b,
    segment: null,
  })
  expect(edited('width="600" height="300"', 'width="700" height="300"').segments[0]?.size).toEqual([700, 300])
  expect(edited('startArrow=classic', 'startArrow=none').links[0]).toEqual({
    ...board.links[0],
    direction: 'forward',
  })
  expect(edited('source="a" target="b"', 'source="b" target="a"').links[0]).toMatchObject({
    from: 'b',
    to: 'a',
  })
  expect(edited(/label="N11"/, 'label="Sessions"').links[0]).toEqual({ ...board.links[0], name: 'Sessions' })
  expect(edited(/label="Line one[^"]*"/, 'label="Only one"').notes[0]).toEqual({
    ...board.notes[0],
    text: 'Only one',
  })
})

test('[EX3] what somebody deleted in draw.io is gone, and what was added there is there', () => {
  const without = edited(/<object label="SMF".*<\/object>\n/, '')
  expect(without.components.map(({ id }) => id)).toEqual(['a', 'l-end'])
  const more = edited('</root>', `${box('v', 0)}</root>`)
  expect(more.components.map(({ id, name }) => `${id} ${name}`)).toEqual(['a AMF', 'b SMF', 'v-2 v'])
  expect(more.vendors).toEqual(board.vendors)
})

test('a copy of a cell of ours is a component of its own', () => {
  const copied = ours.replace(/(<object label="AMF".*) id="a"(.*<\/object>\n)/, '$& $1 id="copy"$2')
  const { components } = importOf(copied, 'x.drawio').model
  expect(components.map(({ id, name, vendor }) => `${id} ${name} ${vendor}`)).toEqual([
    'a AMF v',
    'b SMF null',
    'copy AMF v',
  ])
})
