import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { threatLabels } from './threats.ts'

const threat = fc.record({
  id: fc.stringMatching(/^[a-z0-9]{1,6}$/),
  number: fc.integer({ min: 1, max: 4 }),
})
const threats = fc.uniqueArray(threat, { selector: ({ id }) => id, maxLength: 60 })

describe('[MO9] what threats are called', () => {
  test('by their numbers, and two with one number by their ids', () => {
    const labels = threatLabels([
      { id: 't-b', number: 7 },
      { id: 't-a', number: 7 },
      { id: 't-c', number: 8 },
      { id: 't-d', number: 7 },
    ])
    expect(Object.fromEntries(labels)).toEqual({ 't-a': 'T7', 't-b': 'T7b', 't-c': 'T8', 't-d': 'T7c' })
  })

  test('property: no two are called the same, however many share a number, in any order', () => {
    fc.assert(
      fc.property(threats, (list) => {
        const labels = threatLabels(list)
        expect(new Set(labels.values()).size).toBe(list.length)
        expect(threatLabels(list.toReversed())).toEqual(new Map([...labels]))
        for (const { id, number } of list) expect(labels.get(id)).toMatch(new RegExp(`^T${number}[a-z]*$`))
      }),
    )
  })

  test('property: one more with a number of its own changes no other', () => {
    fc.assert(
      fc.property(threats, (list) => {
        const more = threatLabels([...list, { id: 'new', number: 9 }])
        for (const [id, label] of threatLabels(list)) if (id !== 'new') expect(more.get(id)).toBe(label)
      }),
    )
  })
})
