import { expect, test } from 'vitest'
import { analyseCore } from '../../core/analysis/analyse.ts'
import { answerFor } from '../../core/analysis/testing/answer.ts'
import { normalisedOf, type Parts } from '../../core/analysis/testing/model-of.ts'
import { indexOutline } from './outline-index.ts'
import { markOutline, wordsFor } from './outline-marks.ts'
import { foldedAbove, outlineRows } from './outline-tree.ts'

// A manager with a foothold controls the SMF; the AMF, which is critical, talks to the SMF.
const parts: Parts = {
  segments: [
    { id: 's-core', name: 'Core' },
    { id: 's-pod', name: 'Pod', parent: 's-core' },
    { id: 's-empty', name: 'Empty' },
  ],
  vendors: [{ id: 'v', name: 'Acme' }],
  components: [
    { id: 'c-10', name: 'AMF 10', segment: 's-pod', criticality: 'critical', vendor: 'v', product: 'Other' },
    { id: 'c-2', name: 'AMF 2', segment: 's-pod', criticality: 'low' },
    { id: 'c-ems', name: 'Manager', vendor: 'v', product: 'Suite', criticality: 'low' },
    { id: 'c-smf', name: 'SMF', segment: 's-core', criticality: 'critical' },
  ],
  links: [
    { id: 'l-1', from: 'c-ems', to: 'c-smf', carries: 'control' },
    { id: 'l-2', from: 'c-smf', to: 'c-10', interface: 'n11', carries: 'access' },
    { id: 'l-3', from: 'c-2', to: 'c-2', name: 'Loop' },
  ],
  risks: [
    { id: 'r-1', title: 'Backdoor', on: { vendor: 'v', product: 'Suite' }, propagation: 'foothold' },
    { id: 'r-2', title: 'Late fixes', on: { vendor: 'v' }, propagation: 'dependency' },
  ],
  notes: [{ id: 'n-1', text: 'Ask about spares\nsoon', segment: 's-core' }],
}
const normalised = normalisedOf(parts)
const index = indexOutline(normalised.model)
const rows = (...folded: string[]) => outlineRows(index, new Set(folded))
const drawn = (...folded: string[]) =>
  rows(...folded).map(({ level, label }) => `${'- '.repeat(level)}${label}`)

test('segments are open and components closed at first, each list in the order of names', () => {
  expect(drawn()).toEqual([
    '- Core',
    '- - Pod',
    '- - - AMF 2',
    '- - - AMF 10',
    '- - Ask about spares',
    '- - SMF',
    '- Empty',
    '- Manager',
  ])
})

test('a folded segment hides what is in it, an unfolded component shows its links, then its risks', () => {
  expect(drawn('s-core', 'c-ems')).toEqual([
    '- Core',
    '- Empty',
    '- Manager',
    '- - Link to SMF',
    '- - Backdoor',
    '- - Late fixes',
  ])
})

test('a link stands under both ends and says which end this is', () => {
  expect(
    drawn('c-10', 'c-smf', 'c-2').filter((line) => line.includes('N11') || line.includes('Loop')),
  ).toEqual(['- - - - Loop to itself', '- - - - N11 from SMF', '- - - N11 to AMF 10'])
})

test('a risk of one product applies to that product alone, a risk of a vendor to all of it', () => {
  const risks = (component: string) =>
    rows(component).flatMap(({ kind, under, label }) =>
      kind === 'risks' && under === component ? [label] : [],
    )
  expect(risks('c-10')).toEqual(['Late fixes'])
  expect(risks('c-ems')).toEqual(['Backdoor', 'Late fixes'])
})

test('only what has something below it can be opened, and no two rows share a key', () => {
  const all = rows('c-10', 'c-ems', 'c-smf', 'c-2')
  expect(all.find(({ id }) => id === 's-empty')?.open).toBeNull()
  expect(all.find(({ id }) => id === 'n-1')?.open).toBeNull()
  expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
})

test('what hides a record is named, innermost first', () => {
  expect(foldedAbove(index, 'c-10', new Set(['s-core', 's-pod', 's-empty']))).toEqual(['s-pod', 's-core'])
  expect(foldedAbove(index, 'c-ems', new Set(['s-core']))).toEqual([])
})

test('rows say in words what the analysis found', () => {
  const result = answerFor(normalised, { date: '2026-01-01' })
  const marks = markOutline(normalised.model, result, analyseCore(normalised, { date: '2026-01-01' }).routes)
  const said = Object.fromEntries(rows('c-smf').map((row) => [row.id, wordsFor(row, marks)]))
  expect(said).toMatchObject({
    's-core': '1 taken, 1 reached',
    's-pod': '1 reached',
    'c-smf': 'taken',
    'c-10': 'reached',
    'c-ems': 'held',
    'c-2': '',
    'l-1': 'on a taken route',
    'l-2': 'on a reached route',
  })
  expect(marks.coverageOf('r-1', 'c-ems')).toBe('uncovered')
  expect(marks.coverageOf('r-1', 'c-10')).toBeNull()
})

test('without a result nothing is said', () => {
  const marks = markOutline(normalised.model, null, null)
  expect(
    rows('c-ems')
      .map((row) => wordsFor(row, marks))
      .join(''),
  ).toBe('')
})
