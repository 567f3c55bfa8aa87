import { expect, test } from 'vitest'
import type { RivalEdit } from '../../collab/doc/rival-edits.ts'
import { sampleModel } from '../../core/model/testing/sample.ts'
import { fieldInWords, rivalInWords, valueInWords } from './rival-words.ts'
import { type Rival, standing, undecided } from './rivals-store.ts'

const named = (name: string) =>
  sampleModel({ components: [{ id: 'c1', name }], vendors: [{ id: 'v1', name: 'Acme' }] })
const edit: RivalEdit = {
  record: { kind: 'components', id: 'c1' },
  field: 'name',
  mine: 'AMF Leeds',
  theirs: 'AMF York',
}

test('whichever value stands, the other one is offered, until somebody changes the field', () => {
  const [lost] = standing(named('AMF York'), [edit])
  expect(lost).toMatchObject({ stands: 'AMF York', other: 'AMF Leeds' })
  const [won] = standing(named('AMF Leeds'), [edit])
  expect(won).toMatchObject({ stands: 'AMF Leeds', other: 'AMF York' })
  expect(undecided(named('AMF Leeds'), [won as Rival])).toEqual([won])
  expect(undecided(named('AMF York'), [won as Rival])).toEqual([])
  expect(standing(sampleModel({}), [edit])).toEqual([])
})

test('it is told by names, as everywhere', () => {
  const model = named('AMF York')
  const [rival] = standing(model, [edit])
  expect(rivalInWords(model, rival as Rival)).toBe(
    'The name of AMF York: you made it “AMF Leeds”, somebody else “AMF York”. “AMF York” stands.',
  )
  expect(fieldInWords(model, { ...edit, record: null, field: 'title' })).toBe('title of the board')
  expect(valueInWords(model, 'vendor', 'v1')).toBe('Acme')
  expect(valueInWords(model, 'vendor', null)).toBe('nothing')
  expect(valueInWords(model, 'function', 'amf')).toBe('AMF')
  expect(valueInWords(model, 'status', 'planned')).toBe('planned')
  expect(valueInWords(model, 'likelihood', 5)).toBe('almost certain')
  expect(valueInWords(model, 'on', { vendor: 'v1' })).toBe('All of Acme')
})
