import { expect, test } from 'vitest'
import type { BoardResult } from '../../core/analysis/board-result.ts'
import type { CoreResult, Exposure } from '../../core/analysis/result.ts'
import { normalisedOf } from '../../core/analysis/testing/model-of.ts'
import type { Rating } from '../../core/model/terms.ts'
import { changeInWords, hearingTime, toldAs } from './change-words.ts'

const { model } = normalisedOf({
  components: [
    { id: 'amf', name: 'AMF 1' },
    { id: 'smf', name: 'SMF 1' },
  ],
  risks: [{ id: 'r1', title: 'Builds cannot be reproduced', on: { component: 'amf' } }],
})

const exposed = (risk: string, target: string, kind: Exposure['kind'], rating: Rating = 'high') =>
  ({ risk, target, kind, rating }) as Exposure
function resultOf(...exposures: readonly Exposure[]): CoreResult {
  const taken = exposures.filter(({ kind }) => kind === 'taken').length
  return { exposures, counts: { taken, reached: exposures.length - taken } } as unknown as CoreResult
}
const amf = exposed('r1', 'amf', 'taken')
const smf = exposed('r1', 'smf', 'reached')
const many = (count: number, kind: Exposure['kind'] = 'taken') =>
  Array.from({ length: count }, (_, index) => exposed(`x${index}`, 'smf', kind))

test.each<[string, CoreResult, CoreResult, string | null]>([
  [
    'one comes',
    resultOf(smf),
    resultOf(smf, amf),
    'AMF 1 is now taken through Builds cannot be reproduced; in all 1 taken, 1 reached',
  ],
  [
    'the last goes',
    resultOf(amf),
    resultOf(),
    'AMF 1 is no longer taken through Builds cannot be reproduced; in all none left',
  ],
  [
    'one becomes the other kind',
    resultOf({ ...amf, kind: 'reached' }),
    resultOf(amf),
    'AMF 1 is now taken through Builds cannot be reproduced; in all 1 taken, 0 reached',
  ],
  [
    'what comes is told before what goes, the worst of it first',
    resultOf({ ...smf, rating: 'critical' }),
    resultOf(amf, exposed('r9', 'smf', 'reached')),
    'AMF 1 is now taken through Builds cannot be reproduced and 2 more changes; in all 1 taken, 1 reached',
  ],
  ['many come', resultOf(), resultOf(...many(4)), '4 more exposures: 4 taken, 0 reached'],
  ['many go', resultOf(...many(4), smf), resultOf(smf), '4 fewer exposures: 0 taken, 1 reached'],
  [
    'many change',
    resultOf(...many(4)),
    resultOf(...many(4, 'reached')),
    '4 exposures changed: 0 taken, 4 reached',
  ],
  ['only a rating changes', resultOf(amf), resultOf({ ...amf, rating: 'low' }), null],
])('%s', (_, before, now, said) => {
  expect(changeInWords(model, before, now)).toBe(said)
})

test('[PR5] a change is told with what it supposes', () => {
  const of = (date: string) => ({ date }) as BoardResult
  const now = of('2026-11-23')
  const before = { result: now, routes: null }
  expect(
    [
      { result: now, before: null },
      { result: now, before },
      { result: of('2027-03-01'), before },
    ].map((analysis) => toldAs(analysis, 'none left')),
  ).toEqual(['none left', 'Tried out: none left', 'As planned on 2027-03-01: none left'])
})

test('longer words take longer to hear', () => {
  expect(hearingTime('')).toBe(0)
  expect(hearingTime('one two  three')).toBe(1000)
})
