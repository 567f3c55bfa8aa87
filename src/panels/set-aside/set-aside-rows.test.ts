import { expect, test } from 'vitest'
import { normalisedOf } from '../../core/analysis/testing/model-of.ts'
import { setAsideRows } from './set-aside-rows.ts'

test('what is left out whole goes by its id, what stays by its name, each in a sentence', () => {
  const { model, setAside } = normalisedOf({
    components: [{ id: 'c', name: 'AMF 1', vendor: 'gone', segment: 'gone-too' }],
    links: [{ id: 'l', from: 'c', to: 'gone' }],
  })
  expect(setAsideRows(model, setAside)).toEqual([
    {
      key: 'c 1',
      id: 'c',
      name: 'AMF 1',
      what: 'component',
      reason: 'Its segment does not exist: it stands outside.',
    },
    { key: 'c 2', id: 'c', name: 'AMF 1', what: 'component', reason: 'Its vendor does not exist.' },
    { key: 'l 1', id: 'l', name: null, what: '', reason: 'Link without an end.' },
  ])
})
