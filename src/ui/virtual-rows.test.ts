import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scrollToShow, visibleSpan } from './virtual-rows.ts'

test('every row in view is drawn, and never more than the view and its margins hold', () => {
  const anyList = fc.record({
    scrollTop: fc.nat(100_000),
    viewport: fc.integer({ min: 1, max: 2000 }),
    rowHeight: fc.integer({ min: 10, max: 60 }),
    count: fc.nat(3000),
  })
  fc.assert(
    fc.property(anyList, ({ scrollTop, viewport, rowHeight, count }) => {
      const { first, end } = visibleSpan(scrollTop, viewport, rowHeight, count)
      expect(first).toBeGreaterThanOrEqual(0)
      expect(end).toBeLessThanOrEqual(count)
      expect(first).toBeLessThanOrEqual(end)
      expect(end - first).toBeLessThanOrEqual(viewport / rowHeight + 18)
      const inView = (row: number) =>
        (row + 1) * rowHeight > scrollTop && row * rowHeight < scrollTop + viewport
      for (let row = 0; row < count; row++) if (inView(row)) expect(row >= first && row < end).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('a row outside the view is scrolled to its nearer edge, one inside stays', () => {
  expect(scrollToShow(0, 500, 100, 20)).toBe(0)
  expect(scrollToShow(40, 0, 100, 20)).toBe(720)
  expect(scrollToShow(2, 0, 100, 20)).toBe(0)
})
