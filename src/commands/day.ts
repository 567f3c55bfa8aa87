import { moveBoard } from '../state/trial-store.ts'
import { setView } from '../state/view-store.ts'
import { command } from './command.ts'

export const openByDate = command({
  id: 'day.open',
  label: 'Coverage by date',
  icon: 'coverage',
  group: 'exposure',
  role: 'viewer',
  run: () => setView({ bottom: true, bottomTab: 'coverage', byDate: true }),
})

export const backToToday = command({
  id: 'day.today',
  label: 'Back to today',
  icon: 'back',
  group: 'exposure',
  role: 'viewer',
  when: ({ trial }) => trial.day !== null,
  run: ({ host }) => {
    moveBoard(null)
    host.announce('Back to today: the board as it stands')
  },
})
