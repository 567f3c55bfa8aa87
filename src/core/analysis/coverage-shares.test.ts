import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeMatrix } from './coverage-matrix.ts'
import { findShares } from './coverage-shares.ts'
import { projectOn } from './projection.ts'
import { overdueOf, projectionDays } from './projection-days.ts'
import { answerFor } from './testing/answer.ts'
import { sketch, type Sketch } from './testing/sketch.ts'

type Fields = Readonly<Record<string, unknown>>
const TODAY = '2026-11-23'

const BOARD: Sketch = {
  links: 'a => t, b => t',
  alone: 'quiet',
  critical: 't',
  components: {
    a: { vendor: 'v', segment: 'in' },
    b: { vendor: 'v', segment: 'out' },
    quiet: { segment: 'in', vendor: 'w' },
  },
  segments: [{ id: 'out' }, { id: 'in', parent: 'out' }],
  vendors: [{ id: 'v' }, { id: 'w' }],
}
const risk = (id: string, on: string, fields: Fields = {}) => ({
  id,
  on: { component: on },
  propagation: 'foothold',
  ...fields,
})
const measure = (status: string, treats: readonly string[], fields: Fields = {}) => ({
  id: `m-${status}`,
  effect: 'removes-risk',
  status,
  treats,
  on: [],
  ...fields,
})
const board = (risks: readonly Fields[], mitigations: readonly Fields[] = [], date = TODAY) => {
  const model = sketch({ ...BOARD, risks, mitigations })
  const { coverage } = answerFor(model, { date })
  return { model: model.model, coverage, shares: findShares(coverage.columns, coverage.model) }
}
const brief = (share: { covered: number; counted: number; worst: string | null } | null | undefined) =>
  share === null || share === undefined ? null : [share.covered, share.counted, share.worst]

test('[CS1] where no risk applies it is blank, and never covered', () => {
  const { shares } = board([risk('r', 'a')])
  expect([...shares.components.keys()]).toEqual(['a'])
  expect(shares.vendors.get('w')).toBeUndefined()
})

test('[CS1] only closed risks leave nothing to cover', () => {
  const { shares } = board([risk('r', 'a', { status: 'closed' })])
  expect(brief(shares.components.get('a'))).toEqual([0, 0, 'closed'])
})

test('[CS1] what is only planned or proposed is never covered', () => {
  for (const status of ['planned', 'proposed', 'rejected', 'retired']) {
    const { shares } = board([risk('r', 'a')], [measure(status, ['r'])])
    expect(shares.components.get('a')?.covered, status).toBe(0)
  }
})

test('[CS1, CS2] without a mitigation nothing is verified', () => {
  const { shares } = board([risk('r', 'a')])
  expect(brief(shares.components.get('a'))).toEqual([0, 1, 'uncovered'])
})

test('[CS1, CS4] a mitigation for one risk gives nothing to another', () => {
  const { shares, coverage, model } = board(
    [risk('r', 'a'), risk('s', 'a'), risk('s2', 'b')],
    [measure('verified', ['r'])],
  )
  expect(brief(shares.components.get('a'))).toEqual([1, 2, 'uncovered'])
  expect(coverage.stateOf('s', 'a')).toBe('uncovered')
  const matrix = makeMatrix('segments-mitigations', coverage.columns, model)
  const [inner, outer] = [matrix.rows.indexOf('in'), matrix.rows.indexOf('out')]
  expect(brief(matrix.cell(inner, 0))).toEqual([1, 1, 'verified'])
  expect(brief(matrix.rowTotals[outer])).toEqual([1, 3, 'uncovered'])
})

test('[CS3] a segment has all that lies inside, and a vendor all that it supplies', () => {
  const { shares } = board([risk('r', 'a'), risk('s', 'b')], [measure('implemented', ['s'])])
  expect(brief(shares.segments.get('in'))).toEqual([0, 1, 'uncovered'])
  expect(brief(shares.segments.get('out'))).toEqual([1, 2, 'uncovered'])
  expect(brief(shares.vendors.get('v'))).toEqual([1, 2, 'uncovered'])
})

test('[CO4, AN14] an acceptance that has ended is open again on the next day', () => {
  const accepted = risk('r', 'a', { status: 'accepted', acceptedUntil: TODAY })
  expect(board([accepted]).shares.components.get('a')?.worst).toBe('accepted')
  expect(board([accepted], [], '2026-11-24').shares.components.get('a')?.worst).toBe('uncovered')
})

test('[CS4] a matrix says of each risk and component what the coverage says', () => {
  const state = fc.constantFrom('open', 'accepted', 'closed', 'not-applicable')
  const status = fc.constantFrom('proposed', 'planned', 'implemented', 'verified')
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('a', 'b', 'quiet'), state, status), { maxLength: 6 }),
      (said) => {
        const { coverage, model, shares } = board(
          said.map(([on, risks], index) => risk(`r${index}`, on, { status: risks })),
          said.map(([, , status], index) => measure(status, [`r${index}`], { id: `m${index}` })),
        )
        const matrix = makeMatrix('components-risks', coverage.columns, model)
        matrix.rows.forEach((component, row) => {
          matrix.columns.forEach((id, column) =>
            expect(matrix.cell(row, column)?.worst ?? null).toBe(coverage.stateOf(id, component)),
          )
          const total = matrix.rowTotals[row]
          expect(brief(total)).toEqual(brief(shares.components.get(component)) ?? [0, 0, null])
        })
        const { covered, counted } = matrix.total
        expect(counted === 0 ? null : covered / counted).toBe(coverage.share)
      },
    ),
    { numRuns: 100, seed: 5 },
  )
})

const projected = (
  date: string,
  mitigations: readonly Fields[],
  risks: readonly Fields[] = [risk('r', 'a')],
) => {
  const model = sketch({ ...BOARD, risks, mitigations })
  return answerFor(model, projectOn(model.model, date, TODAY)).coverage.share
}

test('[PR1] a projection counts what is planned from its day on, and nothing overdue', () => {
  const due = (day: string | null) => [measure('planned', ['r'], { due: day })]
  expect(projected('2027-01-31', due('2027-01-31'))).toBe(1)
  expect(projected('2027-01-30', due('2027-01-31'))).toBe(0)
  expect(projected('2099-01-01', due('2026-11-22'))).toBe(0)
  expect(projected('2099-01-01', due(null))).toBe(0)
  expect(projected(TODAY, due(TODAY))).toBe(0)
  expect(projected('2099-01-01', [measure('proposed', ['r'], { due: '2027-01-31' })])).toBe(0)
})

test('[PR3] a projection has the days on which it changes', () => {
  const { model } = sketch({
    ...BOARD,
    risks: [risk('r', 'a', { status: 'accepted', acceptedUntil: '2026-12-31' })],
    mitigations: [
      measure('planned', ['r'], { due: '2027-01-31' }),
      measure('planned', ['r'], { id: 'late', due: '2026-01-31' }),
      measure('implemented', ['r'], { due: '2027-05-31' }),
    ],
  })
  expect(projectionDays(model, TODAY)).toEqual([TODAY, '2027-01-01', '2027-01-31'])
  expect(overdueOf(model.mitigations, TODAY).map(({ id }) => id)).toEqual(['late'])
})
