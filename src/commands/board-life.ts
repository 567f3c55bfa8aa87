import { command } from './command.ts'

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
    const others = people.length
    const sure = await host.confirm({
      title: `Delete “${model.meta.title === '' ? 'Untitled board' : model.meta.title}”?`,
      body:
        'It closes for everybody at once, and no link opens it any more. ' +
        'You can restore it from this browser for some time; then it is gone for good.',
      lines:
        others === 0
          ? []
          : [
              {
                id: 'others',
                words: `${others} ${others === 1 ? 'other person is' : 'others are'} here now`,
              },
            ],
      confirm: 'Delete the board',
    })
    if (sure) await host.deleteBoard()
  },
})
