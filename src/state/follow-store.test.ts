import { expect, test } from 'vitest'
import { leaderOf } from './follow-store.ts'

const who = (follows: Record<number, number | null>) =>
  new Map(Object.entries(follows).map(([client, next]) => [Number(client), { follows: next }]))

test.each([
  ['somebody who goes his own way', { 2: null }, 2],
  ['a follower leads to whom it follows', { 2: 3, 3: 4, 4: null }, 4],
  ['one who follows me', { 2: 1 }, null],
  ['one who follows me by way of others', { 2: 3, 3: 1 }, null],
  ['two who follow each other', { 2: 3, 3: 2 }, null],
  ['one who follows somebody who has gone', { 2: 9 }, 9],
])('%s', (_, follows, leader) => expect(leaderOf(2, 1, who(follows))).toBe(leader))
