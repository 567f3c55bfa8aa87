import { expect, test } from 'vitest'
import { analyseCore } from './analyse.ts'
import { sketch, type Sketch } from './testing/sketch.ts'

const TODAY = { date: '2026-11-23' }
const held = (said: Sketch) => analyseCore(sketch(said), TODAY).held.join(' ')

test.each<[string, Sketch, string]>([
  ['a live weakness makes a component weak', { weaknesses: 'b' }, 'a b'],
  ['without one access does not let in', {}, 'a'],
  ['assuming access, every component is weak', { policy: { access: 'assume' } }, 'a b'],
  ['a closed weakness lets nobody in', { risks: [risk({ status: 'closed' })] }, 'a'],
  ['a foothold of its own does not make a component weak, but it is held', { footholds: 'a b' }, 'a b'],
  ['what raises likelihood does not make weak', { risks: [risk({ propagation: 'raises-likelihood' })] }, 'a'],
  ['a dependency does not make weak', { risks: [risk({ propagation: 'dependency' })] }, 'a'],
])('[AN6] %s', (_, said, expected) => {
  expect(held({ links: 'a -> b', footholds: 'a', ...said })).toBe(expected)
})

function risk(fields: Record<string, unknown>) {
  return { id: 'r', on: { component: 'b' }, propagation: 'weakness', ...fields }
}

test.each<[string, Sketch, string]>([
  ['control is a step, weak or not', { links: 'a => b' }, 'a b'],
  ['access to a weak component is a step', { links: 'a -> b', weaknesses: 'b' }, 'a b'],
  ['access from a weak component is none', { links: 'a -> b', weaknesses: 'a' }, 'a'],
  ['the managed does not own the manager', { links: 'b <=> a' }, 'a'],
  ['but gets in where the manager is weak', { links: 'b <=> a', weaknesses: 'b' }, 'a b'],
  ['a one-way link leads no way back', { links: 'b => a', weaknesses: 'b' }, 'a'],
])('[AN7] %s', (_, said, expected) => {
  expect(held({ footholds: 'a', ...said })).toBe(expected)
})

test.each<[string, Sketch, string]>([
  ['nothing is held without a foothold', { links: 'a => b', weaknesses: 'a b' }, ''],
  [
    'with each component all that its steps lead to',
    { links: 'a => b, b => c, c => d', footholds: 'a' },
    'a b c d',
  ],
  ['a cycle ends', { links: 'a => b, b => c, c => a', footholds: 'b' }, 'a b c'],
  ['an untrusted component is not held for that', { alone: 'x', untrusted: 'x' }, ''],
  ['its access lets in where there is a weakness', { links: 'x -> a', untrusted: 'x', weaknesses: 'a' }, 'a'],
  ['its access does not let in elsewhere', { links: 'x -> a', untrusted: 'x' }, ''],
  ['its control is not open to him', { links: 'x => a, a => b', untrusted: 'x', weaknesses: 'a' }, ''],
  ['unless a foothold makes it held', { links: 'x => a', untrusted: 'x', footholds: 'x' }, 'a x'],
  [
    'or he gets into it from elsewhere',
    { links: 'x -> a, a => x, x => b', untrusted: 'x', weaknesses: 'a' },
    'a b x',
  ],
  ['from what it enters, steps go on', { links: 'x -> a, a => b', untrusted: 'x', weaknesses: 'a' }, 'a b'],
  [
    'a weakness at a held component does not hold itself up',
    { links: 'a -> b, b -> a', weaknesses: 'a b' },
    '',
  ],
])('[AN8] %s', (_, said, expected) => {
  expect(held(said)).toBe(expected)
})
