import { expect, test } from 'vitest'
import { freeColour } from './free-colour.ts'
import { COLOURS } from './identity.ts'

const all = COLOURS.map(({ colour }) => colour)
const [first = '', second = '', ...others] = all

test('a colour that nobody else has is kept', () => {
  expect(freeColour(first, [])).toBeNull()
  expect(freeColour(first, others)).toBeNull()
})

test('a colour that somebody else has makes room for a free one', () => {
  expect(freeColour(first, [first, ...others])).toBe(second)
  expect(freeColour(first, [first], () => 0.999)).toBe(all.at(-1))
})

test('with every colour taken, one’s own is as good as any', () => expect(freeColour(first, all)).toBeNull())
