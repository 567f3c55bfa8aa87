import { expect, test } from 'vitest'
import type { Exposure } from './result.ts'
import { changeInWords, diffExposures } from './exposure-diff.ts'

const exposure = (target: string, kind: Exposure['kind'], rating: Exposure['rating'] = 'high'): Exposure => ({
  risk: 'r',
  target,
  kind,
  source: 's',
  hops: 1,
  path: ['s', target],
  links: ['l'],
  entry: null,
  rating,
  accepted: false,
})

test('[AN13] exposures go out, ease, come back or worsen, and what stays the same is not listed', () => {
  const before = [
    exposure('eased', 'taken'),
    exposure('out', 'taken'),
    exposure('same', 'reached'),
    exposure('worse', 'reached'),
  ]
  const after = [
    exposure('back', 'reached'),
    exposure('eased', 'reached'),
    exposure('same', 'reached'),
    exposure('worse', 'taken'),
  ]
  const diff = diffExposures(before, after)
  const targets = Object.fromEntries(
    Object.entries(diff).map(([list, changed]) => [list, changed.map(({ target }) => target)]),
  )
  expect(targets).toEqual({ out: ['out'], eased: ['eased'], back: ['back'], worse: ['worse'] })
  expect([...diff.out, ...diff.eased, ...diff.back].map(changeInWords)).toEqual([
    'taken',
    'taken → reached',
    'reached',
  ])
})

test('[RT2] where only the rating changes, that is what is said', () => {
  const lower = diffExposures([exposure('t', 'taken', 'critical')], [exposure('t', 'taken', 'high')])
  expect(lower.eased.map(changeInWords)).toEqual(['critical → high'])
  const higher = diffExposures([exposure('t', 'taken', 'high')], [exposure('t', 'taken', 'critical')])
  expect(higher.worse.map(changeInWords)).toEqual(['high → critical'])
})

test('getting in weighs more than any rating', () => {
  const diff = diffExposures([exposure('t', 'reached', 'critical')], [exposure('t', 'taken', 'low')])
  expect(diff.worse).toHaveLength(1)
})
