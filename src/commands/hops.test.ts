import { expect, test } from 'vitest'
import { useInquiry } from '../state/inquiry-store.ts'
import { showExposure } from '../state/selection-store.ts'
import { useSpotlight } from '../state/spotlight-store.ts'
import type { Command } from './command.ts'
import { execute, isEnabled } from './execute.ts'
import { lookAtHop, nextHop, playHops, previousHop, showPath } from './hops.ts'
import { joinAs, openDesk, showResult } from './testing/desk.ts'

const parts = {
  components: [
    { id: 'c1', name: 'EMS' },
    { id: 'c2', name: 'NRF' },
    { id: 'c3', name: 'AMF' },
  ],
  links: [
    { id: 'l1', from: 'c1', to: 'c2', name: 'O1' },
    { id: 'l2', from: 'c2', to: 'c3', name: 'N40' },
    { id: 'l3', from: 'c1', to: 'c3', name: 'Direct' },
  ],
  risks: [{ id: 'r1', on: { component: 'c1' } }],
}
const key = { risk: 'r1', target: 'c3' }
const shown = { ...key, source: 'c1', hops: 2, path: ['c1', 'c2', 'c3'], links: ['l1', 'l2'] }
const other = { source: 'c1', hops: 1, path: ['c1', 'c3'], links: ['l3'] }

function openPath() {
  const desk = openDesk(parts)
  joinAs('viewer')
  showResult([shown])
  showExposure(key)
  return desk
}
const hopAfter = (command: Command) => (execute(command) ? useSpotlight.getState().hop : 'off')

test('hops are walked from the whole path to the last and back to the whole path', () => {
  const desk = openPath()
  expect([previousHop, nextHop, nextHop, nextHop, previousHop, previousHop].map(hopAfter)).toEqual([
    'off',
    0,
    1,
    'off',
    0,
    null,
  ])
  expect(desk.said.canvas).toEqual([
    'reveal c1 c2 l1',
    'reveal c2 c3 l2',
    'reveal c1 c2 l1',
    'reveal c1 c2 c3',
  ])
  expect(desk.said.announced.slice(0, 2)).toEqual([
    'Hop 1 of 2: EMS to NRF over O1',
    'Hop 2 of 2: NRF to AMF over N40',
  ])
})

test('there is nothing to walk while no exposure is shown alone, nor where the risk sits at the target', () => {
  openPath()
  showExposure(null)
  expect([nextHop, previousHop, playHops].some((each) => isEnabled(each))).toBe(false)
  showResult([{ ...shown, hops: 0, path: ['c3'], links: [] }])
  showExposure(key)
  expect([nextHop, previousHop, playHops].some((each) => isEnabled(each))).toBe(false)
})

test('playing begins with the next hop, after the last with the first, tells no hop, and is stopped by the same command', () => {
  const desk = openPath()
  execute(playHops)
  expect([useSpotlight.getState().hop, useInquiry.getState().playing]).toEqual([0, true])
  const told = desk.said.announced.length
  execute(lookAtHop, 1)
  expect(desk.said.announced).toHaveLength(told)
  execute(playHops)
  expect([useSpotlight.getState().hop, useInquiry.getState().playing]).toEqual([1, false])
  execute(playHops)
  expect([useSpotlight.getState().hop, useInquiry.getState().playing]).toEqual([0, true])
})

test('another path takes the place of the shown one, hops and all, until that is asked for again', () => {
  const desk = openPath()
  execute(nextHop)
  execute(showPath, other)
  expect(useSpotlight.getState()).toMatchObject({ path: other, hop: null })
  expect([nextHop, nextHop].map(hopAfter)).toEqual([0, 'off'])
  expect(desk.said.announced.at(-1)).toBe('Hop 1 of 1: EMS to AMF over Direct')
  execute(showPath, null)
  expect(useSpotlight.getState()).toMatchObject({ path: null, hop: null })
  expect(desk.said.announced.at(-1)).toBe('Shown path: EMS, then NRF, then AMF')
})

test('choosing another exposure, or none, leaves path, hop and playing; choosing the same does not', () => {
  openPath()
  execute(showPath, other)
  execute(playHops)
  showExposure({ ...key })
  expect(useSpotlight.getState()).toMatchObject({ path: other, hop: 0 })
  showExposure({ risk: 'r9', target: 'c3' })
  expect(useSpotlight.getState()).toMatchObject({ path: null, hop: null })
  expect(useInquiry.getState().playing).toBe(false)
})
