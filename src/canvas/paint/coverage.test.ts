import { expect, test } from 'vitest'
import { answerFor } from '../../core/analysis/testing/answer.ts'
import { sketch } from '../../core/analysis/testing/sketch.ts'
import { projectOn } from '../../core/analysis/projection.ts'
import { coverInWords } from '../../core/paint/labels.ts'
import { drawCoverage } from './coverage.ts'
import { Sketch } from '../../core/paint/sketch.ts'

const TODAY = '2026-11-23'
const BOARD = sketch({
  links: 'a => t',
  critical: 't',
  footholds: 'a',
  components: { a: { segment: 's' } },
  segments: [{ id: 's' }],
  mitigations: [
    { id: 'm', effect: 'removes-risk', treats: ['f-a'], on: [], status: 'planned', due: '2027-03-01' },
  ],
})

function painted(day: string) {
  const sketched = new Sketch(new Map())
  const stands = answerFor(BOARD, { date: TODAY })
  const result = day === TODAY ? stands : answerFor(BOARD, projectOn(BOARD.model, day, TODAY))
  drawCoverage(sketched, result, day === TODAY ? null : { result: stands, routes: null })
  return [sketched.component('a'), sketched.segments.get('s')].map((paint) =>
    paint === undefined ? null : coverInWords(paint),
  )
}

test('[PR5] a mark of a later day says that it is as planned, on a component and on a segment', () => {
  expect(painted(TODAY)).toEqual(['planned, 0 of 1 covered', 'planned, 0 of 1 covered'])
  const then = 'removed, 1 of 1 covered, as planned'
  expect(painted('2027-03-01')).toEqual([then, then])
})
