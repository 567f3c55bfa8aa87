import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COMPONENT_SIZE } from '../../layout/geometry.ts'
import { foreignOf } from '../extension.ts'
import { escapeXml } from '../xml.ts'
import { importOf, readText, refusalOf } from '../testing/reading.ts'
import { mapOf, scaleFor, spread } from './map.ts'

const FILE = readFileSync(new URL('fixtures/network.graphml', import.meta.url), 'utf8')
const network = importOf(FILE, 'network.graphml')
const { model, report } = network
const said = (at: string) =>
  report.filter((entry) => entry.at === at).map(({ what, fate, words }) => `${what} ${fate}: ${words}`)

test('nodes are components, nodes with a graph in them segments', () => {
  expect(model.meta).toMatchObject({ title: 'Two sites', description: 'label: Two sites' })
  expect(model.segments.map(({ id, name, parent }) => [id, name, parent])).toEqual([['site', 'Site A', null]])
  expect(model.components.map(({ id, name, segment }) => `${id} ${name} in ${segment}`).toSorted()).toEqual([
    'far far in null',
    'gone-end (open end) in null',
    'lan (hyperedge) in null',
    'site-end Site A in site',
    'site::amf AMF in site',
    'site::smf SMF in site',
  ])
  const amf = model.components.find(({ id }) => id === 'site::amf')
  expect(foreignOf(amf ?? {}, 'graphml')).toEqual({ data: { owner: 'Core team' } })
  expect(network.foreign.find(({ component }) => component === 'site::smf')?.type).toBe('ellipse')
})

test('edges are links, with a direction where the file gives them one', () => {
  expect(model.links.map(({ id, from, to, name, direction }) => [id, from, to, name, direction])).toEqual([
    ['back', 'far', 'site::smf', null, 'forward'],
    ['gone', 'far', 'gone-end', null, 'forward'],
    ['inner', 'site::amf', 'site::smf', 'N11', 'forward'],
    ['lan-site::amf', 'lan', 'site::amf', null, 'both'],
    ['lan-site::smf', 'lan', 'site::smf', null, 'both'],
    ['plain', 'far', 'site::amf', 'SSH', 'both'],
    ['to-site', 'far', 'site-end', null, 'forward'],
  ])
})

test('[EX2] ports and hyperedges are told, and each thing once', () => {
  expect(said('inner')).toEqual(['edge changed: ended at ports, which are left out'])
  expect(said('lan')).toEqual([
    'hyperedge changed: joined 3 nodes, and is a component with a link to each; 1 of which are not in the file',
  ])
  expect(report.filter(({ what }) => what === 'port').map(({ fate }) => fate)).toEqual(['dropped'])
  const things = FILE.match(/<(?:node|edge|hyperedge|port) /g) ?? []
  expect(report).toHaveLength(things.length + 1)
})

test('[EX9] what yEd draws stands as it draws it', () => {
  expect(network.placed).toBe(true)
  const pos = Object.fromEntries(model.components.map(({ id, pos }) => [id, pos]))
  expect(pos['site::amf']?.[0]).toBe(pos['site::smf']?.[0])
  expect((pos['site::smf']?.[1] ?? 0) - (pos['site::amf']?.[1] ?? 0)).toBeGreaterThanOrEqual(
    COMPONENT_SIZE[1],
  )
  const [site] = model.segments
  expect(pos['far']?.[0]).toBeGreaterThan((site?.pos[0] ?? 0) + (site?.size[0] ?? 0))
})

test('a graph without places is not placed', () => {
  const { placed, model } = importOf(
    '<graphml><graph><node id="a"/><node id="b"/></graph></graphml>',
    'dir/My net.graphml',
  )
  expect([placed, model.meta.title, model.components.length]).toEqual([false, 'My net', 2])
})

test('several graphs are a segment each; ids that are there twice are told apart', () => {
  const file =
    '<graphml><graph id="g"><node id="a"/><node id="a"/></graph><graph id="h"><edge source="a" target="a"/></graph></graphml>'
  const { model, report } = importOf(file, 'x.graphml')
  expect(model.segments.map(({ id }) => id)).toEqual(['g', 'h'])
  expect(model.components.map(({ id, segment }) => `${id} ${segment}`)).toEqual(['a g', 'a-2 g'])
  expect(model.links.map(({ from, to }) => `${from} ${to}`)).toEqual(['a a'])
  expect(report.filter(({ fate }) => fate === 'changed').map(({ words }) => words)).toEqual([
    'has the id of another node, and got one of its own',
  ])
})

const places = fc.array(
  fc.tuple(fc.double({ min: -90, max: 90, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true })),
  {
    minLength: 1,
    maxLength: 60,
  },
)

test('on a map no two lie on each other, and those far apart stay in their directions', () => {
  fc.assert(
    fc.property(places, (list) => {
      const points = mapOf(new Map(list.map((place, index) => [String(index), place])))
      const boxes = [...(spread(points, scaleFor(points.values())) ?? new Map<string, never>()).values()]
      for (const [index, a] of boxes.entries()) {
        for (const b of boxes.slice(index + 1)) {
          const apart = [0, 1].some(
            (axis) =>
              Math.abs((a.at[axis] as number) - (b.at[axis] as number)) >= (COMPONENT_SIZE[axis] as number),
          )
          expect(apart).toBe(true)
        }
      }
    }),
  )
})

test('a network around the Pacific is not torn apart at the date line', () => {
  const points = mapOf(
    new Map([
      ['tokyo', [35, 139]],
      ['fiji', [-18, 178]],
      ['hawaii', [21, -157]],
      ['la', [34, -118]],
    ]),
  )
  const x = (id: string) => points.get(id)?.[0] ?? Number.NaN
  expect(x('tokyo')).toBeLessThan(x('fiji'))
  expect(x('fiji')).toBeLessThan(x('hawaii'))
  expect(x('hawaii')).toBeLessThan(x('la'))
})

test('three thousand nodes at one place stand beside each other', () => {
  const points = new Map(Array.from({ length: 3_000 }, (_, index) => [String(index), [5, 5] as const]))
  const boxes = spread(points, scaleFor(points.values())) ?? new Map<string, never>()
  expect(new Set([...boxes.values()].map(({ at }) => at.join())).size).toBe(3_000)
})

const id = fc.constantFrom('a', 'b', 'c', '', '__proto__')
const inGraph = (children: fc.Arbitrary<string>) =>
  fc.oneof(
    fc
      .tuple(id, fc.string(), children)
      .map(
        ([node, label, inner]) =>
          `<node id="${node}"><data key="l">${escapeXml(label)}</data>${inner}</node>`,
      ),
    fc.tuple(id, id).map(([from, to]) => `<edge source="${from}" target="${to}"/>`),
    fc
      .tuple(id, id)
      .map(([from, to]) => `<hyperedge><endpoint node="${from}"/><endpoint node="${to}"/></hyperedge>`),
    fc.constantFrom(
      '<port name="p"/>',
      '<data key="lat">51</data>',
      '<data key="x"><y:Geometry x="NaN" y="1e99"/></data>',
      '<edge/>',
    ),
  )
const graph = (children: fc.Arbitrary<string>) =>
  fc.array(inGraph(children), { maxLength: 5 }).map((list) => `<graph>${list.join('')}</graph>`)
const anyFile = fc
  .array(
    graph(
      fc.oneof(
        fc.constant(''),
        graph(fc.constant('')),
        fc.constant('<data key="lat">51</data><data key="lon">7</data>'),
      ),
    ),
    { maxLength: 3 },
  )
  .map((graphs) => `<graphml><key id="l" attr.name="label"/>${graphs.join('')}</graphml>`)

test('[EX1] any graphs give a board, the same each time', () => {
  fc.assert(
    fc.property(anyFile, (file) => {
      const read = importOf(file, 'x')
      expect(importOf(file, 'x')).toEqual(read)
      const things = file.match(/<(?:hyperedge|edge|node)\b/g) ?? []
      const told = read.report.filter(({ what }) => ['node', 'edge', 'hyperedge'].includes(what))
      expect(told).toHaveLength(things.length)
    }),
    { numRuns: 300 },
  )
})

const withDefaults = (defaults: string, nodes: string) =>
  `<graphml>${defaults}<graph>${nodes}</graph></graphml>`
const key = (name: string, value: string) =>
  `<key id="${name}" for="node" attr.name="${name}"><default>${value}</default></key>`

test('a default counts where a node says nothing else, whatever the case of its name', () => {
  const file = withDefaults(
    `${key('Label', 'usual')}${key('owner', 'nobody')}`,
    '<node id="a"/><node id="b"><data key="Label">own</data></node><node id="c"><data key="label">other</data></node>',
  )
  const read = importOf(file, 'x').model.components
  expect(read.map(({ id, name }) => [id, name])).toEqual([
    ['a', 'usual'],
    ['b', 'own'],
    ['c', 'other'],
  ])
  expect(read.map((record) => foreignOf(record, 'graphml')['data'])).toEqual([
    { Label: 'usual', owner: 'nobody' },
    { Label: 'own', owner: 'nobody' },
    { Label: 'usual', owner: 'nobody', label: 'other' },
  ])
})

test('[EX1] defaults are counted for each node before any has them', () => {
  const defaults = (length: number) => Array.from({ length }, (_, nth) => key(`k${nth}`, 'v')).join('')
  const nodes = (length: number) => Array.from({ length }, (_, nth) => `<node id="n${nth}"/>`).join('')
  const start = performance.now()
  expect(refusalOf(withDefaults(defaults(4000), nodes(4000)), 'x')).toEqual(['too-large (file)'])
  expect(performance.now() - start).toBeLessThan(5000)
  const long = key('long', 'x'.repeat(100_000))
  expect(refusalOf(withDefaults(long, nodes(1000)), 'x')).toEqual(['too-large (file)'])
  expect(refusalOf(withDefaults(defaults(30), nodes(1000)), 'x')).toEqual([])
})

test('what cannot be read is refused in its terms', () => {
  expect(refusalOf('<graphml><graph>', 'x')[0]).toMatch(/^not-xml /)
  expect(refusalOf('<!DOCTYPE graphml [<!ENTITY a "x">]><graphml/>', 'x')[0]).toMatch(/^forbidden /)
  expect(refusalOf(`<graphml>${'<graph><node id="a">'.repeat(40)}`, 'x')[0]).toMatch(/^too-deep /)
  expect(readText('<graphml/>', 'x').ok).toBe(true)
})
