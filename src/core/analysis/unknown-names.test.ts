import { expect, test } from 'vitest'
import { modelOf } from './testing/model-of.ts'
import { unknownNames } from './unknown-names.ts'

test('[MO1] names of nothing in the catalogue are listed with their record and field', () => {
  const model = modelOf({
    segments: [{ id: 's1', kind: 'core-5g' }, { id: 's2', kind: 'moon-base' }, { id: 's3' }],
    components: [{ id: 'c1', function: 'amf' }, { id: 'c2', function: 'flux-gate' }, { id: 'c3' }],
    links: [
      { id: 'l1', interface: 'n2' },
      { id: 'l2', interface: 'string-and-cans' },
    ],
    risks: [
      { id: 'r1', on: { component: 'c1' }, category: 'vr-build' },
      { id: 'r2', on: { component: 'c1' }, category: 'vr-tachyons' },
    ],
    mitigations: [
      { id: 'm1', on: [], control: 'mit-jump' },
      { id: 'm2', on: [], control: 'mit-shields-up' },
    ],
  })
  expect(unknownNames(model)).toEqual([
    { id: 's2', field: 'kind', name: 'moon-base' },
    { id: 'c2', field: 'function', name: 'flux-gate' },
    { id: 'l2', field: 'interface', name: 'string-and-cans' },
    { id: 'r2', field: 'category', name: 'vr-tachyons' },
    { id: 'm2', field: 'control', name: 'mit-shields-up' },
  ])
})
