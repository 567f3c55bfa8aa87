import { beforeEach, expect, test } from 'vitest'
import { differenceSince } from '../core/analysis/review/difference.ts'
import { parseModel } from '../core/model/parse.ts'
import { serialiseModel } from '../core/model/serialise.ts'
import { useSession } from '../state/session-store.ts'
import { setFields } from './edit-fields.ts'
import { execute } from './execute.ts'
import { redo, undo } from './history.ts'
import { nudges } from './nudge.ts'
import { select } from '../state/selection-store.ts'
import { signOff, withdrawSignOff } from './sign-off.ts'
import { type Desk, joinAs, openDesk } from './testing/desk.ts'

let desk: Desk
beforeEach(() => {
  desk = openDesk({
    components: [
      { id: 'c1', name: 'AMF 1', pos: [0, 0] as const },
      { id: 'c2', name: 'gNB 1', pos: [400, 0] as const },
    ],
    links: [{ id: 'l1', from: 'c2', to: 'c1', interface: 'n2' }],
  })
  useSession.setState({ me: { name: 'Ada', colour: '#1f6f8b' } })
})

const review = () => {
  const found = desk.model().reviews[0]
  if (found === undefined) throw new Error('no sign-off')
  return found
}
const state = () => differenceSince(review(), desk.model()).state
const OUTCOME = {
  scenario: 'current',
  date: '2026-11-23',
  taken: 2,
  reached: 1,
  covered: 3,
  counted: 5,
} as const
const signBoard = () =>
  execute(signOff, { scope: null, facts: null, outcome: OUTCOME, statement: ' As discussed ' })

test('[MO7] a sign-off is one step with who, when and what; a move leaves it, a changed link does not', () => {
  signBoard()
  expect(review()).toMatchObject({ reviewer: 'Ada', statement: 'As discussed', withdrawn: null })
  expect(review().outcome).toEqual(OUTCOME)
  expect(review().at).toMatch(/^\d{4}-\d\d-\d\dT/)
  expect(desk.board.steps().undo).toBe('Sign off the board')
  expect(state()).toBe('unchanged')
  select(['c1'])
  const [nudge] = nudges
  if (nudge !== undefined) execute(nudge)
  expect(desk.model().components[0]?.pos).not.toEqual([0, 0])
  expect(state()).toBe('unchanged')
  execute(setFields, { kind: 'links', id: 'l1', fields: { direction: 'forward' }, label: 'Turn' })
  expect(state()).toBe('changed')
  execute(undo)
  expect(state()).toBe('unchanged')
})

test('undo takes a sign-off back, redo gives it again, a file keeps it', () => {
  signBoard()
  const given = review()
  execute(undo)
  expect(desk.model().reviews).toEqual([])
  execute(redo)
  expect(review()).toEqual(given)
  const parsed = parseModel(serialiseModel(desk.model()))
  if (!parsed.ok) throw new Error('refused')
  expect(differenceSince(parsed.value.reviews[0] ?? given, parsed.value).state).toBe('unchanged')
})

test('who takes a sign-off back is told; it stays on record, and goes once', () => {
  signBoard()
  useSession.setState({ me: { name: 'Bo', colour: '#1f6f8b' } })
  execute(withdrawSignOff, { id: review().id })
  expect(review().withdrawn).toMatchObject({ by: 'Bo' })
  const { withdrawn } = review()
  execute(withdrawSignOff, { id: review().id })
  expect(review().withdrawn).toEqual(withdrawn)
  execute(undo)
  expect(review().withdrawn).toBeNull()
})

test('nobody signs without a name or without words, and nobody who may only look', () => {
  execute(signOff, { scope: null, facts: null, outcome: OUTCOME, statement: ' ' })
  useSession.setState({ me: { name: ' ', colour: '#1f6f8b' } })
  signBoard()
  joinAs('viewer')
  useSession.setState({ me: { name: 'Ada', colour: '#1f6f8b' } })
  signBoard()
  expect(desk.model().reviews).toEqual([])
})
