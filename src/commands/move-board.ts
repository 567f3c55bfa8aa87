import { asPlannedOn } from '../state/day-words.ts'
import { moveBoard } from '../state/trial-store.ts'
import { type Command, command } from './command.ts'

/**
 * Shows the whole board as planned on a day, `YYYY-MM-DD` (PR5), to this person alone; today is the board as it stands. What
 * is tried out is not thrown away for it: that has to be kept or discarded first.
 */
export const moveToDay: Command<Readonly<{ day: string; today: string }>> = command({
  id: 'day.move',
  label: 'Move the board to a day',
  icon: 'plan',
  group: 'exposure',
  role: 'viewer',
  when: ({ trial }) => trial.switched === null,
  run: ({ trial, host }, { day, today }) => {
    const next = day > today ? day : null
    if (next === trial.day) return
    moveBoard(next)
    host.announce(next === null ? 'Back to today: the board as it stands' : `${asPlannedOn(next)}, not today`)
  },
})
