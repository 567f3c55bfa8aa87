import { command, type Question } from './command.ts'

/** Asked before a board is deleted. `others`: how many more are on it now. */
export const deletionQuestion = (title: string, others: number): Question => ({
  title: `Delete “${title}”?`,
  body:
    'It closes for everybody at once, and no link opens it any more. ' +
    'You can restore it from this browser for some time; then it is gone for good.',
  lines:
    others === 0
      ? []
      : [{ id: 'others', words: `${others} ${others === 1 ? 'other person is' : 'others are'} here now` }],
  confirm: 'Delete the board',
})

export const duplicateBoard = command({
  id: 'board.duplicate',
  label: 'Duplicate the board',
  icon: 'copy',
  group: 'board',
  role: 'viewer',
  run: async ({ host, model }) => {
    const title = model.meta.title === '' ? 'Untitled board' : model.meta.title
    await host.duplicateBoard(`${title} (copy)`)
  },
})

export const deleteBoard = command({
  id: 'board.delete',
  label: 'Delete the board',
  icon: 'delete',
  group: 'board',
  role: 'viewer',
  when: ({ connection }) => connection.role === 'owner' && connection.phase === 'online',
  run: async ({ host, model, people }) => {
    const title = model.meta.title === '' ? 'Untitled board' : model.meta.title
    const sure = await host.confirm(deletionQuestion(title, people.length))
    if (sure) await host.deleteBoard()
  },
})
