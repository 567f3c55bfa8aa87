import { expect, test } from 'vitest'
import { moveBoard, useTrial } from '../state/trial-store.ts'
import { useView } from '../state/view-store.ts'
import { backToToday, openByDate } from './day.ts'
import { execute } from './execute.ts'
import { moveToDay } from './move-board.ts'
import { joinAs, openDesk } from './testing/desk.ts'
import { discardTrial, keepTrial, suggestPlan, switchMitigation } from './trial.ts'

const TODAY = '2026-11-23'
const DAY = '2027-03-01'
const desk = () =>
  openDesk({
    mitigations: [
      { id: 'm', title: 'Repeatable builds', effect: 'removes-risk', on: [], status: 'planned', due: DAY },
    ],
  })
const move = (day: string) => execute(moveToDay, { day, today: TODAY })

test('[PR5] who may only look moves the board to a day and back; it is told, and nothing is written', () => {
  const { said, model } = desk()
  joinAs('viewer')
  const before = model()
  expect(execute(backToToday)).toBe(false)
  move(DAY)
  expect(useTrial.getState()).toEqual({ switched: null, day: DAY })
  expect(execute(backToToday)).toBe(true)
  expect(useTrial.getState().day).toBeNull()
  expect(said.announced).toEqual([
    'As planned on 2027-03-01, not today',
    'Back to today: the board as it stands',
  ])
  expect(model()).toBe(before)
})

test('[PR5] to today, or a day that is over, is no move', () => {
  desk()
  move(DAY)
  move(TODAY)
  expect(useTrial.getState().day).toBeNull()
  move('2020-01-01')
  expect(useTrial.getState().day).toBeNull()
})

test('[PR5] what is tried is not thrown away by a move: it comes first', () => {
  desk()
  execute(switchMitigation, { id: 'm' })
  expect(move(DAY)).toBe(false)
  expect([...(useTrial.getState().switched ?? [])]).toEqual([['m', true]])
  execute(discardTrial)
  expect(move(DAY)).toBe(true)
})

test('[PR5] trying something, or asking for a plan, goes back to today first', () => {
  const { said } = desk()
  move(DAY)
  expect(execute(keepTrial)).toBe(false)
  execute(switchMitigation, { id: 'm' })
  expect(useTrial.getState()).toMatchObject({ day: null, switched: new Map([['m', true]]) })
  expect(said.announced.at(-1)).toMatch(/^Back to today\. Repeatable builds: taken to be in force/)
  execute(discardTrial)
  move(DAY)
  // It is enabled only with an answer at hand; what it does is the same.
  void suggestPlan.run(
    { trial: useTrial.getState(), analysis: { suggestPlan: () => undefined } } as never,
    undefined,
  )
  expect(useTrial.getState().day).toBeNull()
})

test('the table of coverage opens by date', () => {
  desk()
  execute(openByDate)
  expect(useView.getState()).toMatchObject({ bottom: true, bottomTab: 'coverage', byDate: true })
})

test('[PR5] a board that is opened is of today', () => {
  moveBoard(DAY)
  desk()
  expect(useTrial.getState().day).toBeNull()
})
