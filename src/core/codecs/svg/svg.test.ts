import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyseCore } from '../../analysis/analyse.ts'
import { sketch } from '../../analysis/testing/sketch.ts'
import { COMPONENT_SIZE } from '../../layout/geometry.ts'
import { normalise } from '../../model/normalise.ts'
import type { Model } from '../../model/records.ts'
import { randomRecords } from '../../model/testing/random-records.ts'
import type { Picture, PictureOptions } from './picture.ts'
import { renderSvg } from './svg.ts'
import { audit } from './testing/audit.ts'

const DATE = '2026-11-23'
const OPTIONS: PictureOptions = {
  theme: 'light',
  mode: 'plain',
  show: { all: true },
  legend: true,
  result: null,
  title: true,
  date: DATE,
}

/** A foothold on `a` takes `t` over `b` and reaches `u`; `x` stands aside. */
function attacked(): Model {
  const { model } = sketch({
    links: 'a => b, b => t, b -> u',
    alone: 'x',
    critical: 't u',
    footholds: 'a',
    segments: [
      { id: 's', name: 'Around', pos: [0, 0], size: [900, 600] },
      { id: 'in', name: 'Inside', parent: 's', pos: [20, 40], size: [400, 300] },
    ],
    notes: [{ id: 'n', text: 'Look here', pos: [600, 400], size: [200, 80] }],
  })
  const place: Readonly<Record<string, readonly [string | null, readonly [number, number]]>> = {
    a: ['in', [16, 50]],
    b: ['s', [460, 60]],
    t: ['s', [700, 60]],
    u: ['s', [460, 300]],
    x: [null, [1000, 50]],
  }
  const components = model.components.map((component) => {
    const [segment, pos] = place[component.id] ?? [null, [0, 0] as const]
    return { ...component, segment, pos: [...pos] as [number, number] }
  })
  return normalise({ ...model, components }).model
}

const resultOf = (model: Model) => analyseCore(normalise(model), { date: DATE })
const render = (model: Model, options: Partial<PictureOptions> = {}): Picture =>
  renderSvg(model, { ...OPTIONS, result: resultOf(model), ...options })
const wordsOf = (picture: Picture) => audit(picture.svg).texts.map(({ text }) => text)

test('[EX5] any board in any way gives the same whole picture each time, of allowed parts alone, and nothing lies outside it', () => {
  const choice = fc.oneof(
    fc.constant({ all: true } as const),
    fc.record({ ids: fc.array(fc.constantFrom('c0', 'c1', 's0', 's1', 'l0', 'n0', 'gone', '__proto__')) }),
    fc.record({
      exposure: fc.record({ risk: fc.constantFrom('r0', 'r1'), target: fc.constantFrom('c0', 'c1') }),
    }),
  )
  const way = fc.record({
    theme: fc.constantFrom('light', 'dark'),
    mode: fc.constantFrom('plain', 'exposure', 'coverage'),
    show: choice,
    legend: fc.boolean(),
    title: fc.boolean(),
  })
  fc.assert(
    fc.property(randomRecords, way, (records, options) => {
      const { model } = normalise(records)
      const picture = render(model, options)
      const { faults, root } = audit(picture.svg)
      expect(faults).toEqual([])
      expect(root.attributes.get('width')).toBe(String(picture.width))
      expect(render(model, options)).toEqual(picture)
    }),
    { numRuns: 150 },
  )
})

const HOSTILE = [
  '"><script>alert(1)</script>',
  '</text></g><image href="https://example.org/x.png"/>',
  '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>&x;',
  ']]><!-- --><?xml-stylesheet href="https://example.org"?>',
  `'" onload='alert(1)' style="background:url(//example.org)`,
  'javascript:alert(1) url(#x) @import "x"',
  '&lt;&#0;&bogus; \u0000\u0008\u001b\ud800 \udfff \ufffe',
  '\u202egnp.exe \u200b\u00ad',
  '${alert(1)} {{constructor}}',
  'a'.repeat(5_000),
  'word '.repeat(800),
]

test('whatever names say, they come out as text', () => {
  const model = attacked()
  for (const name of HOSTILE) {
    const named = <T extends Readonly<{ id: string }>>(list: readonly T[], field: string) =>
      list.map((record) => ({ ...record, [field]: name }))
    const hostile = {
      ...model,
      meta: { ...model.meta, title: name },
      segments: named(named(named(model.segments, 'name'), 'zone'), 'kind'),
      components: named(named(named(model.components, 'name'), 'product'), 'function'),
      links: named(named(model.links, 'name'), 'interface'),
      notes: named(model.notes, 'text'),
      risks: named(model.risks, 'title'),
    } as unknown as Model
    for (const mode of ['plain', 'exposure', 'coverage'] as const)
      for (const show of [{ all: true }, { exposure: { risk: 'f-a', target: 't' } }] as const) {
        const { faults } = audit(render(hostile, { mode, show }).svg)
        expect(faults).toEqual([])
      }
  }
})

test('no name passes for another one by letters that turn the order of others', () => {
  const model = attacked()
  const components = model.components.map((each) => ({ ...each, name: 'safe\u202Eevil' }))
  const { svg } = render({ ...model, meta: { ...model.meta, title: 'a\u2066b' }, components }, {})
  expect(svg).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/)
  expect(svg).toContain('\uFFFD')
})

test('a name is there in full within its box, however long it is', () => {
  const names = [
    'AMF 1',
    'Access and mobility management function of the northern region, second instance',
    'Authentication_server_function-production/blue',
    'x'.repeat(120),
    '認証サーバー機能（本番環境）とその予備系統',
    'Vermittlungsstellenverwaltungsarbeitsplatz Nord',
  ]
  for (const name of names) {
    const model = attacked()
    const [first] = model.components
    if (first === undefined) throw new Error('no component')
    const named = {
      ...model,
      components: [{ ...first, name, segment: null, pos: [0, 0] as [number, number] }],
      links: [],
    }
    const { texts, titles } = audit(
      render(normalise(named).model, { legend: false, title: false, show: { ids: [first.id] } }).svg,
    )
    const plain = (text: string) => text.replace(/\s/g, '')
    expect(texts.map(({ text }) => plain(text)).join('')).toContain(plain(name))
    expect(titles.some((title) => title.startsWith(name))).toBe(true)
    for (const { x, y, width, size } of texts) {
      expect(x + width).toBeLessThanOrEqual(COMPONENT_SIZE[0])
      expect(y).toBeLessThanOrEqual(COMPONENT_SIZE[1])
      expect(y - size * 0.7).toBeGreaterThanOrEqual(0)
    }
  }
})

test('all that a note says is there', () => {
  const text = Array.from({ length: 60 }, (_, line) => `Line ${line} says what there is to say.`).join('\n')
  const model = {
    ...attacked(),
    notes: [{ id: 'n', segment: null, text, pos: [0, 0], size: [96, 48] }],
  } as unknown as Model
  const words = wordsOf(render(normalise(model).model, { legend: false })).join(' ')
  for (let line = 0; line < 60; line++) expect(words).toContain(`Line ${line} says`)
})

test('it is of what is asked for: all, a part with the segments around it, or one path', () => {
  const model = attacked()
  expect(render(model).shown).toEqual({ components: 5, links: 3, segments: 2, notes: 1 })
  const part = render(model, { show: { ids: ['a', 'b'] } })
  expect(part.shown).toEqual({ components: 2, links: 1, segments: 2, notes: 0 })
  expect(part.width).toBeLessThan(render(model).width)
  expect(render(model, { show: { ids: ['in', 'n'] } }).shown).toEqual({
    components: 1,
    links: 0,
    segments: 2,
    notes: 1,
  })
  expect(render(model, { show: { ids: ['l2'] } }).shown).toMatchObject({ components: 2, links: 1 })
  const path = render(model, { mode: 'exposure', show: { exposure: { risk: 'f-a', target: 't' } } })
  expect(path.shown).toEqual({ components: 3, links: 2, segments: 2, notes: 0 })
  const { titles } = audit(path.svg)
  expect(titles.filter((title) => title.includes('step'))).toHaveLength(2)
  expect(titles.filter((title) => title.endsWith(', taken'))).toHaveLength(1)
})

test('of an exposure that there is not it says so', () => {
  const none = render(attacked(), { mode: 'exposure', show: { exposure: { risk: 'f-a', target: 'x' } } })
  expect(none.shown).toEqual({ components: 0, links: 0, segments: 0, notes: 0 })
  expect(wordsOf(none).join(' ')).toContain('There is no such exposure')
})

test('risk is told by words and dashes, not by colour alone', () => {
  const { svg } = render(attacked(), { mode: 'exposure' })
  const { titles } = audit(svg)
  const endings = (ending: string) => titles.filter((title) => title.includes(ending)).length
  expect([endings(', taken'), endings(', reached'), endings(', source of an exposure')]).toEqual([3, 2, 1])
  for (const word of ['Taken', 'Reached', 'Source']) expect(svg).toContain(`>${word}</text>`)
  expect(svg).toContain('stroke-dasharray="8 5"')
  expect(svg).toContain('stroke-dasharray="4 3"')
})

test('a restricted vendor is named as such', () => {
  const model = attacked()
  const vendors = [{ id: 'v', name: 'Acme', restricted: true }]
  const components = model.components.map((component) => ({ ...component, vendor: 'v', product: 'Core' }))
  expect(wordsOf(render({ ...model, vendors, components }))).toContain('Acme Core, restricted')
})

test('the legend has the marks that are drawn, and those alone', () => {
  const model = attacked()
  const legend = (options: Partial<PictureOptions>) => {
    const without = wordsOf(render(model, { ...options, legend: false }))
    return wordsOf(render(model, options)).slice(without.length)
  }
  const whole = legend({ mode: 'exposure' })
  expect(whole).toContain('Taken: attacker gets in')
  expect(whole).toContain('Closed door')
  const path = legend({ mode: 'exposure', show: { exposure: { risk: 'f-a', target: 't' } } })
  expect(path).toContain('Step of the path')
  expect(path).not.toContain('Closed door')
  expect(path.filter((word) => word.endsWith('plane'))).toEqual([])
  expect(legend({ mode: 'coverage' })).toContain('Uncovered')
  expect(legend({ mode: 'plain', result: null })).not.toContain('Risks live there')
})

test('light and dark differ in colours alone', () => {
  const model = attacked()
  for (const mode of ['plain', 'exposure', 'coverage'] as const) {
    const [light, dark] = (['light', 'dark'] as const).map((theme) => render(model, { theme, mode }).svg)
    const bare = (svg = '') => svg.replace(/#[0-9a-f]{6}/g, '').replace(/rf-(light|dark)-[\w-]*/g, '')
    expect(bare(light)).toBe(bare(dark))
    expect(light).not.toBe(dark)
  }
})
