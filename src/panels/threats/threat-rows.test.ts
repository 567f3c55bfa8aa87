import { expect, test } from 'vitest'
import { sampleModel } from '../../core/model/testing/sample.ts'
import { countShown, filterThreats, threatRows } from './threat-rows.ts'

const rows = threatRows(
  sampleModel({
    components: [
      { id: 'amf', name: 'AMF 1' },
      { id: 'smf', name: 'SMF 1' },
    ],
    links: [{ id: 'n11', from: 'amf', to: 'smf', interface: 'n11' }],
    threats: [
      { id: 'b', number: 2, title: 'Spoofing', on: { component: 'amf' } },
      { id: 'a', number: 2, title: 'Tampering', on: { link: 'n11' }, decision: 'accept', by: 'Ada' },
      { id: 'c', number: 1, title: 'Denial', on: { component: 'smf' }, decision: 'dismissed' },
    ],
  }),
)
const labelsOf = (list: typeof rows) => list.map(({ label }) => label)

test('rows go by number, and name both ends of a link', () => {
  expect(labelsOf(rows)).toEqual(['T1', 'T2', 'T2b'])
  expect(rows.map(({ on }) => on)).toEqual(['SMF 1', 'N11: AMF 1 ⇄ SMF 1', 'AMF 1'])
})

test('dismissed ones are out of sight until asked for, and counted all the same', () => {
  expect(labelsOf(filterThreats(rows, 'live', ''))).toEqual(['T2', 'T2b'])
  expect(labelsOf(filterThreats(rows, 'dismissed', ''))).toEqual(['T1'])
  expect(countShown(rows)).toMatchObject({ live: 2, open: 1, accept: 1, mitigate: 0, dismissed: 1 })
})

test('one of the team’s own is found by its kind and by what is meant', () => {
  const own = threatRows(
    sampleModel({
      components: [{ id: 'amf', name: 'AMF 1' }],
      threats: [
        {
          id: 'a',
          number: 3,
          stride: 'D',
          title: 'Storm',
          description: 'All devices return at once',
          on: { component: 'amf' },
        },
      ],
    }),
  )
  expect(labelsOf(filterThreats(own, 'live', 'denial return'))).toEqual(['T3'])
})

test('all the words that were typed must be there', () => {
  expect(labelsOf(filterThreats(rows, 'live', 'amf tamp'))).toEqual(['T2'])
  expect(labelsOf(filterThreats(rows, 'live', 'ada spoof'))).toEqual([])
})
