import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyseCore } from '../../analysis/analyse.ts'
import { sketch } from '../../analysis/testing/sketch.ts'
import { normalise } from '../../model/normalise.ts'
import type { Model } from '../../model/records.ts'
import { randomRecords } from '../../model/testing/random-records.ts'
import { PALETTES } from '../../paint/palette.ts'
import { renderOverview } from './overview.ts'
import type { PictureOptions } from './picture.ts'
import { audit } from './testing/audit.ts'

const DATE = '2026-11-29'
const draw = (model: Model, options: Partial<PictureOptions> = {}) =>
  renderOverview(model, {
    theme: 'light',
    mode: 'exposure',
    show: { all: true },
    legend: true,
    result: analyseCore(normalise(model), { date: DATE }),
    title: true,
    date: DATE,
    ...options,
  })

/** `a` takes `t` and reaches `u`, in a segment that is as wide as `width`. */
function attacked(width: number): Model {
  const { model } = sketch({
    links: 'a => t, t -> u',
    critical: 't u',
    footholds: 'a',
    segments: [{ id: 's', name: 'North', pos: [0, 0], size: [width, 600] }],
  })
  const components = model.components.map((component, at) => ({
    ...component,
    segment: 's',
    pos: [40 + (at * (width - 300)) / 2, 100] as [number, number],
  }))
  return normalise({ ...model, components }).model
}

test('[EX5] any board gives the same picture each time, of allowed parts alone, about as large as a page', () => {
  const way = fc.record({
    theme: fc.constantFrom('light', 'dark'),
    mode: fc.constantFrom('plain', 'exposure', 'coverage'),
    legend: fc.boolean(),
  })
  fc.assert(
    fc.property(randomRecords, way, (records, options) => {
      const { model } = normalise(records)
      const picture = draw(model, options)
      expect(audit(picture.svg).faults).toEqual([])
      expect(draw(model, options)).toEqual(picture)
    }),
    { numRuns: 100 },
  )
})

test('however large a board is, its overview is as large as a page and names its segments, not its components', () => {
  const [far, near] = [draw(attacked(60_000)), draw(attacked(1_000))]
  expect(far.width).toBeGreaterThan(1_600)
  expect(far.width).toBeLessThan(1_700)
  expect(near.width).toBeLessThan(1_100)
  const texts = audit(far.svg).texts.map(({ text }) => text)
  expect(texts).toContain('North')
  expect(texts).not.toContain('t')
})

test('what is taken, reached and marked is told by colour, and the legend explains what is drawn', () => {
  const { svg } = draw(attacked(60_000))
  const { taken, reached, 'reached-soft': soft } = PALETTES.light
  const shapes = svg.match(/<path [^>]*>/g) ?? []
  const filled = (fill: string) => shapes.filter((shape) => shape.includes(`fill="${fill}"`)).length
  expect(filled(taken)).toBe(1)
  expect(filled(soft)).toBe(1)
  expect(shapes.some((shape) => shape.includes(`fill="none" stroke="${taken}"`))).toBe(true)
  expect(shapes.some((shape) => shape.includes(`stroke="${reached}"`))).toBe(true)
  const legend = audit(svg).texts.map(({ text }) => text)
  expect(legend).toContain('Taken: attacker gets in')
  expect(legend).toContain('Route to what is taken')
  // Of these nothing is drawn from far.
  expect(legend).not.toContain('Closed door')
  expect(legend).not.toContain('Critical function')
  const covered = draw(attacked(60_000), { mode: 'coverage' })
  expect(covered.svg.match(/<path [^>]*>/g)?.some((shape) => shape.includes(`fill="${taken}"`))).toBe(true)
})

test('lines that lead around the outermost things are not cut', () => {
  const { model } = sketch({ links: 'a -> b, a -> b, a -> b, b -> b', critical: 'b' })
  const components = model.components.map((component, at) => ({
    ...component,
    pos: [at * 20, at * 10] as [number, number],
  }))
  expect(
    audit(draw(normalise({ ...model, components }).model, { legend: false, title: false }).svg).faults,
  ).toEqual([])
})

test('a segment whose name has no room shows as much of it as there is', () => {
  const model = attacked(60_000)
  const segments = model.segments.map((segment) => ({
    ...segment,
    name: 'Very long name '.repeat(40).trim(),
  }))
  const name = audit(draw({ ...model, segments }).svg).texts.find(({ text }) => text.startsWith('Very'))
  expect(name?.text).toMatch(/…$/)
})
