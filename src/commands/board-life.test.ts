import { expect, test } from 'vitest'
import { deleteBoard, duplicateBoard } from './board-life.ts'
import { execute, isEnabled } from './execute.ts'
import { joinAs, openDesk, settled } from './testing/desk.ts'

test('anybody may duplicate a board, under a title that says so', () => {
  const { said } = openDesk()
  joinAs('viewer')
  execute(duplicateBoard)
  expect(said.duplicated).toEqual(['Sample (copy)'])
})

test('only an owner may delete it, and is asked', async () => {
  const { said, answers } = openDesk()
  for (const role of ['viewer', 'commenter', 'editor'] as const) {
    joinAs(role)
    expect(isEnabled(deleteBoard)).toBe(false)
  }
  joinAs('owner')
  answers.confirm = false
  execute(deleteBoard)
  await settled()
  expect([said.asked.length, said.deleted]).toEqual([1, 0])
  answers.confirm = true
  execute(deleteBoard)
  await settled()
  expect(said.deleted).toBe(1)
})
