import { expect, test } from 'vitest'
import type { Mitigation } from '../core/model/records.ts'
import type { MitigationStatus, Scenario } from '../core/model/terms.ts'
import { NO_PLAN, useAnalysis } from '../state/analysis-store.ts'
import { useTrial } from '../state/trial-store.ts'
import { execute, getHost } from './execute.ts'
import { keep } from './keep-trial.ts'
import { joinAs, openDesk } from './testing/desk.ts'
import { discardTrial, keepTrial, switchMitigation, tryPlan } from './trial.ts'

const mitigation = (id: string, status: MitigationStatus): Partial<Mitigation> & { id: string } => ({
  id,
  title: id.toUpperCase(),
  effect: 'removes-risk',
  treats: [],
  on: [],
  status,
})
const ALL = [mitigation('on', 'implemented'), mitigation('plan', 'planned'), mitigation('idea', 'proposed')]

const desk = (scenario: Scenario = 'current', mitigations = ALL) => {
  const open = openDesk({ mitigations })
  open.board.edit('Scenario', (editor) => editor.setMeta({ policy: { scenario } }))
  return open
}
/** As `trial.keep` does once its code has come. */
const keeping = async (open: ReturnType<typeof openDesk>) => {
  const host = getHost()
  if (host !== null) await keep({ host, edit: (label, change) => open.board.edit(label, change) })
}
const tried = () => [...(useTrial.getState().switched ?? [])]
const statuses = ({ model }: ReturnType<typeof openDesk>) =>
  Object.fromEntries(model().mitigations.map(({ id, status }) => [id, status]))

test('[AN1] a switch takes what counts not to count and the other way round, and back it is no trial', () => {
  desk()
  execute(switchMitigation, { id: 'plan' })
  execute(switchMitigation, { id: 'on' })
  expect(tried()).toEqual([
    ['plan', true],
    ['on', false],
  ])
  execute(switchMitigation, { id: 'plan' })
  execute(switchMitigation, { id: 'on' })
  expect(useTrial.getState().switched).toBeNull()
})

test('nothing of a trial is in the document, and a viewer may try but not keep', () => {
  const open = desk()
  joinAs('viewer')
  const before = open.model()
  expect(execute(switchMitigation, { id: 'plan' })).toBe(true)
  expect(tried()).toEqual([['plan', true]])
  expect(execute(keepTrial)).toBe(false)
  expect(open.model()).toBe(before)
  expect(execute(discardTrial)).toBe(true)
  expect(useTrial.getState().switched).toBeNull()
})

test('what is kept is implemented or retired, asked first, in one undo step', async () => {
  const open = desk()
  for (const id of ['plan', 'idea', 'on']) execute(switchMitigation, { id })
  await keeping(open)
  expect(open.said.asked).toEqual([
    'The status of each is changed for everybody, as one undo step. Implemented says that it is in force: keep that only where it is. Retired says that it is no longer in force.\nIDEA: proposed → implemented\nON: implemented → retired\nPLAN: planned → implemented',
  ])
  expect(statuses(open)).toEqual({ on: 'retired', plan: 'implemented', idea: 'implemented' })
  expect(useTrial.getState().switched).toBeNull()
  open.board.undo()
  expect(statuses(open)).toEqual({ on: 'implemented', plan: 'planned', idea: 'proposed' })
})

test('in the target scenario what is switched on becomes planned, which counts there', async () => {
  const open = desk('target')
  execute(switchMitigation, { id: 'idea' })
  await keeping(open)
  expect(statuses(open).idea).toBe('planned')
})

test.each(['assured', 'inherent'] as const)(
  'in the %s scenario nothing switched on can be kept, and nobody is asked',
  async (scenario) => {
    const open = desk(scenario)
    execute(switchMitigation, { id: 'plan' })
    await keeping(open)
    expect([open.said.asked, open.said.notified.length, statuses(open).plan]).toEqual([[], 1, 'planned'])
    expect(tried()).toEqual([['plan', true]])
  },
)

test('what is switched off can be kept in the assured scenario', async () => {
  const open = desk('assured', [mitigation('sure', 'verified')])
  execute(switchMitigation, { id: 'sure' })
  await keeping(open)
  expect(statuses(open).sure).toBe('retired')
})

test('without a yes nothing is kept and the trial goes on', async () => {
  const open = desk()
  open.answers.confirm = false
  execute(switchMitigation, { id: 'plan' })
  await keeping(open)
  expect([statuses(open).plan, tried()]).toEqual(['planned', [['plan', true]]])
})

test('where others edit while the question stands, it says so, and what was read last is written', async () => {
  const open = desk()
  for (const id of ['plan', 'idea']) execute(switchMitigation, { id })
  open.answers.meanwhile = () => {
    open.board.edit('Theirs', (editor) => {
      editor.set('mitigations', 'plan', { status: 'rejected' })
      editor.set('mitigations', 'idea', { status: 'implemented' })
    })
    open.board.edit('Theirs', (editor) => editor.set('components', 'x', { name: 'Elsewhere' }))
  }
  await keeping(open)
  expect(open.said.asked).toHaveLength(2)
  expect(open.said.asked[1]).toContain(
    'The board has changed meanwhile. This is what would be kept now.\nPLAN: rejected → implemented',
  )
  expect(open.said.asked[1]).not.toContain('IDEA')
  expect(statuses(open)).toMatchObject({ plan: 'implemented', idea: 'implemented' })
  open.board.undo()
  expect(statuses(open)).toMatchObject({ plan: 'rejected', idea: 'implemented' })
})

test('where others leave nothing to keep, or take the right to, nothing is written', async () => {
  const open = desk()
  execute(switchMitigation, { id: 'plan' })
  open.answers.meanwhile = () => open.board.edit('Theirs', (editor) => editor.remove('mitigations', 'plan'))
  await keeping(open)
  execute(switchMitigation, { id: 'idea' })
  open.answers.meanwhile = () => joinAs('viewer')
  await keeping(open)
  expect(statuses(open)).toEqual({ on: 'implemented', idea: 'proposed' })
})

test('where the scenario becomes one in which it cannot be kept, that is said instead', async () => {
  const open = desk()
  execute(switchMitigation, { id: 'plan' })
  open.answers.meanwhile = () =>
    open.board.edit('Theirs', (editor) => editor.setMeta({ policy: { scenario: 'assured' } }))
  await keeping(open)
  expect(open.said.notified).toEqual([expect.stringContaining('only verified mitigations count')])
  expect(statuses(open).plan).toBe('planned')
})

test('a trial outlives edits by others and drops only what they have overtaken', () => {
  const open = desk()
  for (const id of ['plan', 'idea', 'on']) execute(switchMitigation, { id })
  open.board.edit('Theirs', (editor) => editor.set('mitigations', 'idea', { title: 'Renamed' }))
  expect(tried()).toHaveLength(3)
  open.board.edit('Theirs', (editor) => editor.set('mitigations', 'plan', { status: 'implemented' }))
  expect(tried().map(([id]) => id)).toEqual(['idea', 'on'])
  open.board.edit('Theirs', (editor) => editor.remove('mitigations', 'idea'))
  expect(tried().map(([id]) => id)).toEqual(['on'])
  open.board.edit('Theirs', (editor) => editor.setMeta({ policy: { scenario: 'assured' } }))
  expect(useTrial.getState().switched).toBeNull()
})

test('a plan is tried besides what is tried already', () => {
  desk()
  expect(execute(tryPlan)).toBe(false)
  const plan = { mitigations: ['plan', 'idea'], effort: 2, minimal: true, remaining: 0 }
  useAnalysis.setState({ plan: { ...NO_PLAN, plan, isOld: true } })
  expect(execute(tryPlan)).toBe(false)
  useAnalysis.setState({ plan: { ...NO_PLAN, plan } })
  execute(switchMitigation, { id: 'on' })
  expect(execute(tryPlan)).toBe(true)
  expect(tried()).toEqual([
    ['on', false],
    ['plan', true],
    ['idea', true],
  ])
})
