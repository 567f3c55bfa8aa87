import { expect, test } from 'vitest'
import { sketch } from '../../core/analysis/testing/sketch.ts'
import { supposedOn } from '../../state/supposed.ts'
import { COVERAGE_WORDS } from '../../ui/record-words.ts'
import {
  type ComponentPaint,
  type LinkPaint,
  NO_COMPONENT_PAINT,
  NO_LINK_PAINT,
  type Paint,
} from '../../core/paint/marks.ts'
import { legendOf } from '../../core/paint/legend-entries.ts'

const { model } = sketch({ links: 'a => t, b -> t', critical: 't' })
const EMPTY = sketch({ links: '' }).model

const painted = (components: Partial<ComponentPaint>[], links: Partial<LinkPaint>[] = []): Paint => ({
  mode: 'plain',
  components: new Map(components.map((each, at) => [`c${at}`, { ...NO_COMPONENT_PAINT, ...each }])),
  links: new Map(links.map((each, at) => [`l${at}`, { ...NO_LINK_PAINT, ...each }])),
  segments: new Map(),
})
const titles = (of: Parameters<typeof legendOf>[0]) => legendOf(of).map(({ title }) => title)
const signs = (paint: Paint, of: Partial<Parameters<typeof legendOf>[0]> = {}) =>
  legendOf({ paint, model: EMPTY, supposed: null, states: COVERAGE_WORDS, ...of }).flatMap(({ entries }) =>
    entries.map(({ sign }) => ('of' in sign ? `${sign.sign} ${sign.of}` : sign.sign)),
  )

test('where nothing is drawn there is nothing to explain', () => {
  expect(signs(painted([{}], [{}]))).toEqual([])
})

test('of an attack it has the marks that are drawn, and no others', () => {
  const paint = painted(
    [{ standing: 'source', risks: 1 }, { standing: 'reached' }],
    [{ mark: 'reached', flow: 'forward', door: 'to' }],
  )
  expect(signs(paint)).toEqual(['standing source', 'standing reached', 'route reached', 'door', 'risks'])
  const taken = painted(
    [{ standing: 'taken' }, { standing: 'held' }],
    [{ mark: 'taken', flow: 'forward', step: 1 }],
  )
  expect(signs(taken)).toEqual(['standing held', 'standing taken', 'route taken', 'flow', 'step'])
})

test('of coverage it has each state once, from best to worst, and what the figures count', () => {
  const states = (['uncovered', 'removed', 'uncovered', null] as const).map((cover) => ({
    cover,
    counted: 1,
  }))
  expect(signs(painted(states))).toEqual(['cover removed', 'cover uncovered', 'covered'])
  expect(signs(painted([{ cover: 'closed' }]))).toEqual(['cover closed'])
})

test('[PR5] on another day it says that marks are as planned, and for which day changes are', () => {
  const supposed = supposedOn('2027-03-01')
  const paint = painted([{ cover: 'removed', counted: 1, asPlanned: true }], [{ change: 'gone' }])
  expect(signs(paint, { supposed })).toEqual(['cover removed', 'covered', 'planned', 'change gone'])
  const of = { paint, model: EMPTY, supposed, states: COVERAGE_WORDS }
  expect(titles(of)).toEqual(['Coverage', 'As planned on 2027-03-01'])
  expect(legendOf(of)[0]?.entries.at(-1)?.words).toBe('As planned, not today')
})

test('choke points beyond those with a number are ringed alone', () => {
  expect(signs(painted([{ choke: 1 }], [{ choke: 11 }, { cut: true }]))).toEqual(['choke', 'ring', 'cut'])
  expect(signs(painted([{ blast: 'origin' }, { blast: 'held' }]))).toEqual(['blast held'])
})

test('of the network it has the planes that there are, critical functions and what the checks mark', () => {
  const drawn = signs(painted([], [{ findings: 1 }]), { model })
  expect(drawn).toContain('critical')
  expect(drawn).toContain('findings')
  expect(drawn.filter((sign) => sign.startsWith('plane'))).toHaveLength(
    new Set(model.links.map(({ plane }) => plane)).size,
  )
  expect(drawn.at(-1)).toBe('controlled')
})
