import { expect, test } from 'vitest'
import { inkOn } from './ink.ts'

test.each([
  ['#000000', '#fff'],
  ['#1f6f8b', '#fff'],
  ['#757575', '#fff'],
  ['#f4d35e', '#000'],
  ['#ffffff', '#000'],
])('on %s one reads %s', (ground, ink) => expect(inkOn(ground)).toBe(ink))
