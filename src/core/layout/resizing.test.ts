import { expect, test } from 'vitest'
import { boardFrames } from './board-frames.ts'
import { NOTE_LEAST, SEGMENT_LEAST, SEGMENT_PADDING, SEGMENT_TITLE } from './geometry.ts'
import { keptInPlace, resized } from './resizing.ts'
import { component, note, segment } from './testing/boards.ts'

const frames = boardFrames({
  segments: [segment('s', null, [100, 100], [600, 400]), segment('empty', null, [0, 900], [300, 300])],
  components: [component('a', 's', [100, 100]), component('b', 's', [300, 250])],
  notes: [note('n', null, [0, 0], [200, 100])],
})

test('an edge follows the pull and the opposite one stays', () => {
  expect(resized(frames, 's', 'e', [50, 99])).toEqual({ at: [100, 100], size: [650, 400] })
  expect(resized(frames, 's', 'nw', [-20, -10])).toEqual({ at: [80, 90], size: [620, 410] })
})

test('a segment stays large enough for what stands in it', () => {
  const { at, size } = resized(frames, 's', 'nw', [400, 400]) ?? { at: [0, 0], size: [0, 0] }
  expect(at).toEqual([200 - SEGMENT_PADDING, 200 - SEGMENT_TITLE])
  expect([at[0] + size[0], at[1] + size[1]]).toEqual([700, 500])
  const other = resized(frames, 's', 'se', [-500, -500])
  expect(other?.size).toEqual([468 + SEGMENT_PADDING, 314 + SEGMENT_PADDING])
})

test('nothing becomes smaller than its least size', () => {
  expect(resized(frames, 'empty', 'se', [-900, -900])?.size).toEqual(SEGMENT_LEAST)
  expect(resized(frames, 'n', 'nw', [900, 900])).toEqual({
    at: [200 - NOTE_LEAST[0], 100 - NOTE_LEAST[1]],
    size: NOTE_LEAST,
  })
})

test('children keep their place on the canvas when the upper or left edge moves', () => {
  const next = resized(frames, 's', 'nw', [-20, -10])
  expect(next && keptInPlace(frames, 's', next)).toEqual([
    { id: 'a', kind: 'components', pos: [120, 110], segment: 's' },
    { id: 'b', kind: 'components', pos: [320, 260], segment: 's' },
  ])
  const wider = resized(frames, 's', 'se', [20, 10])
  expect(wider && keptInPlace(frames, 's', wider)).toEqual([])
})
