import { expect, test } from 'vitest'
import { analyseCore, makeEngine } from '../../core/analysis/analyse.ts'
import { blastRadius } from '../../core/analysis/blast-radius.ts'
import type { BlastRadius } from '../../core/analysis/questions.ts'
import { normalisedOf } from '../../core/analysis/testing/model-of.ts'
import { type Supposed, supposedOn } from '../../state/supposed.ts'
import { blastInWords, blastRows, heldInWords } from './blast-words.ts'

const date = '2026-01-01'
// A held manager can talk to the AMF; the operations host, which is not held, controls that and the SMF, and talks to the UDM.
const normalised = normalisedOf({
  components: [
    { id: 'ems', name: 'Manager', criticality: 'low' },
    { id: 'ops', name: 'Operations', criticality: 'low' },
    { id: 'amf', name: 'AMF', criticality: 'critical' },
    { id: 'smf', name: 'SMF', criticality: 'critical' },
    { id: 'udm', name: 'UDM', criticality: 'critical' },
    { id: 'far', name: 'Far', criticality: 'low' },
  ],
  links: [
    { id: 'a', from: 'ems', to: 'amf', carries: 'access', direction: 'forward' },
    { id: 'b', from: 'ops', to: 'amf', carries: 'control' },
    { id: 'c', from: 'ops', to: 'smf', carries: 'control' },
    { id: 'd', from: 'smf', to: 'udm', carries: 'access' },
  ],
  risks: [{ id: 'r', on: { component: 'ems' }, propagation: 'foothold' }],
})
const { model } = normalised
const result = analyseCore(normalised, { date })
const blastOf = (component: string) => blastRadius(component, makeEngine()(model, { date })) as BlastRadius
const words = (component: string, name: string, supposed: Supposed | null = null) => {
  const blast = blastOf(component)
  return blastInWords(name, blast, blastRows(model, blast, result), supposed)
}

test('each target says whether it is exposed today, and by which way it would be', () => {
  expect(
    blastRows(model, blastOf('ops'), result).map(({ name, kind, way, news }) => [name, kind, way, news]),
  ).toEqual([
    ['AMF', 'taken', ['Operations', 'AMF'], 'worse'],
    ['SMF', 'taken', ['Operations', 'SMF'], 'new'],
    ['UDM', 'reached', ['Operations', 'SMF', 'UDM'], 'new'],
  ])
})

test('the sum counts what would be held, taken and reached, and what of it is new', () => {
  expect(words('ops', 'Operations')).toBe(
    'If an attacker held Operations: 2 more components held, 2 critical functions taken, 1 reached, 2 of them not exposed today, 1 of them only reached today.',
  )
  expect(words('ems', 'Manager')).toBe(
    'If an attacker held Manager: 0 more components held, 0 critical functions taken, 1 reached, none of it new.',
  )
  expect(words('far', 'Far')).toBe(
    'If an attacker held Far: 0 more components held, no critical function taken or reached.',
  )
})

test('in a trial it says that it speaks of the trial, not of the board as it stands', () => {
  expect(words('ops', 'Operations', supposedOn(null))).toBe(
    'With what is tried, if an attacker held Operations: 2 more components held, 2 critical functions taken, 1 reached, 2 of them not exposed in the trial, 1 of them only reached in the trial.',
  )
  expect(heldInWords(blastOf('ems'), supposedOn(null))).toBe(
    'With what is tried, an attacker does get in there.',
  )
  expect(heldInWords(blastOf('ops'), null)).toBe('As the model stands, no attacker gets in there.')
})

test('[PR5] on another day it says for which day it speaks', () => {
  const then = supposedOn('2027-03-01')
  expect(words('ops', 'Operations', then)).toMatch(
    /^As planned on 2027-03-01, if an attacker held Operations: .* 2 of them not exposed on that day,/,
  )
})
