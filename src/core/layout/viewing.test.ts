import { expect, test } from 'vitest'
import { LEAST_ZOOM, seenBy, viewAs, viewBetween, viewOn, viewThatShows, windowOf } from './viewing.ts'

test('a view on a box shows all of it in the middle, never larger than life', () => {
  expect(viewOn({ at: [0, 0], size: [1000, 200] }, [600, 400], 50)).toEqual({ x: 50, y: 150, zoom: 0.5 })
  expect(viewOn({ at: [100, 100], size: [10, 10] }, [600, 400], 50)).toEqual({ x: 195, y: 95, zoom: 1 })
  expect(viewOn({ at: [0, 0], size: [1e9, 1] }, [600, 400], 50).zoom).toBe(LEAST_ZOOM)
})

test('a view moves only as far as it must to show a box', () => {
  const view = { x: 0, y: 0, zoom: 1 }
  expect(viewThatShows(view, { at: [100, 100], size: [50, 50] }, [600, 400], 20)).toBe(view)
  expect(viewThatShows(view, { at: [700, 100], size: [50, 50] }, [600, 400], 20)).toEqual({
    x: -170,
    y: 0,
    zoom: 1,
  })
  expect(viewThatShows(view, { at: [-30, 390], size: [50, 50] }, [600, 400], 20)).toEqual({
    x: 50,
    y: -60,
    zoom: 1,
  })
})

test('what is on the screen is counted in canvas units', () => {
  expect(seenBy({ x: -100, y: 50, zoom: 0.5 }, [600, 400])).toEqual({ at: [200, -100], size: [1200, 800] })
})

test('the window holds what is on the screen, and stays while the view moves a little', () => {
  const at = (x: number) => windowOf({ x, y: 0, zoom: 0.9 }, [600, 400], 200)
  expect(at(-10)).toEqual(at(-90))
  expect(at(-10)).not.toEqual(at(-300))
  for (const x of [0, -37, -199, 45]) {
    const [seen, window] = [seenBy({ x, y: 0, zoom: 0.9 }, [600, 400]), at(x)]
    expect(window.at[0]).toBeLessThanOrEqual(seen.at[0])
    expect(window.at[0] + window.size[0]).toBeGreaterThanOrEqual(seen.at[0] + seen.size[0])
  }
})

test("another one's view has the same middle here, and all of it is seen", () => {
  const theirs = { x: -100, y: 50, zoom: 0.8 }
  expect(viewAs(theirs, [600, 400], [600, 400])).toEqual(theirs)
  expect(viewAs(theirs, [600, 400], [1200, 400])).toEqual({ x: 200, y: 50, zoom: 0.8 })
  expect(viewAs(theirs, [600, 400], [300, 400])).toEqual({ x: -50, y: 125, zoom: 0.4 })
})

test('a view on the way to another begins at the one and ends at the other', () => {
  const [from, to] = [
    { x: 0, y: 0, zoom: 1 },
    { x: -300, y: 40, zoom: 0.25 },
  ]
  expect(viewBetween(from, to, [600, 400], 0)).toEqual(from)
  expect(viewBetween(from, to, [600, 400], 1)).toEqual(to)
  expect(viewBetween(from, to, [600, 400], 0.5).zoom).toBe(0.5)
})
