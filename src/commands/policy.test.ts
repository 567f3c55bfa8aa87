import { expect, test } from 'vitest'
import { execute, isEnabled } from './execute.ts'
import { undo } from './history.ts'
import { setScenario } from './exposure.ts'
import { DEFAULT_POLICY, defaultPolicy, setAccess, setPlane } from './policy.ts'
import { joinAs, openDesk } from './testing/desk.ts'

test('[AN4] [AN6] planes and access are set one undo step each, the rest of the policy kept', () => {
  const desk = openDesk()
  execute(setPlane, { plane: 'user', carries: 'access' })
  execute(setAccess, 'assume')
  const { policy } = desk.model().meta
  expect(policy).toEqual({
    ...DEFAULT_POLICY,
    planes: { ...DEFAULT_POLICY.planes, user: 'access' },
    access: 'assume',
  })
  expect(desk.board.steps().undo).toBe('Let access always get in')
  execute(undo)
  expect(desk.board.steps().undo).toBe('Let the user plane carry access')
  execute(undo)
  expect(desk.model().meta.policy).toEqual(DEFAULT_POLICY)
})

test('the defaults come back in one step, and leave the scenario', () => {
  const desk = openDesk()
  execute(setScenario, 'target')
  expect(isEnabled(defaultPolicy)).toBe(false)
  execute(setPlane, { plane: 'lawful-intercept', carries: 'none' })
  execute(setAccess, 'assume')
  expect(execute(defaultPolicy)).toBe(true)
  expect(desk.model().meta.policy).toEqual({ ...DEFAULT_POLICY, scenario: 'target' })
  execute(undo)
  expect(desk.model().meta.policy).toMatchObject({ access: 'assume', scenario: 'target' })
})

test('whoever may only look sets nothing', () => {
  const desk = openDesk()
  joinAs('viewer')
  execute(setPlane, { plane: 'user', carries: 'control' })
  execute(setAccess, 'assume')
  expect(desk.model().meta.policy).toEqual(DEFAULT_POLICY)
})
