import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Heap } from './heap.ts'

test('gives back what was put in, the smallest first', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true })), (priorities) => {
      const heap = new Heap()
      priorities.forEach((priority, item) => heap.push(item, priority))
      const out = priorities.map(() => priorities[heap.pop()] as number)
      expect(out).toEqual(out.toSorted((a, b) => a - b))
      expect(new Set(out)).toEqual(new Set(priorities))
      expect([heap.size, heap.pop()]).toEqual([0, -1])
    }),
  )
})
