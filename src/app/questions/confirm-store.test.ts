import { beforeEach, expect, test } from 'vitest'
import type { Question } from '../../commands/command.ts'
import { ask, useConfirm } from './confirm-store.ts'

const question = (title: string): Question => ({ title, body: '', confirm: 'Yes' })
const pending = () => useConfirm.getState().pending

let show: (question: Question | null) => void
let stopped = 0
const follow = (shows: typeof show) => {
  show = shows
  return () => {
    stopped++
  }
}
beforeEach(() => {
  stopped = 0
})

test('a question that changes is shown anew, and a yes to what it was counts for nothing', async () => {
  const answered = ask(question('One?'), follow)
  const first = pending()
  show(question('Two?'))
  expect(pending()?.question.title).toBe('Two?')
  first?.answer(true)
  expect([pending()?.question.title, stopped]).toEqual(['Two?', 0])
  pending()?.answer(true)
  expect(await answered).toBe(true)
  expect([pending(), stopped]).toEqual([null, 1])
})

test('a question that is taken back is a no, and so is one that another follows', async () => {
  const taken = ask(question('One?'), follow)
  show(null)
  expect(await taken).toBe(false)
  expect([pending(), stopped]).toEqual([null, 1])
  const [first, second] = [ask(question('One?')), ask(question('Two?'))]
  expect(await first).toBe(false)
  pending()?.answer(true)
  expect(await second).toBe(true)
})
