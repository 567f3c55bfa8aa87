import type { ReviewScope } from '../core/model/records.ts'
import { askSignOff } from '../state/review-store.ts'
import { setView } from '../state/view-store.ts'
import { type Command, command } from './command.ts'

export const showReviews = command({
  id: 'review.show',
  label: 'Reviews…',
  icon: 'accepted',
  group: 'board',
  role: 'viewer',
  run: () => setView({ bottom: true, bottomTab: 'reviews' }),
})

/** Asks for what stands in a sign-off; nothing is written before it is given. */
export const askForSignOff: Command<{ scope: ReviewScope | null }> = command({
  id: 'review.ask',
  label: 'Sign off…',
  icon: 'accepted',
  group: 'board',
  role: 'editor',
  run: (_, asked) => {
    askSignOff(asked)
    setView({ bottom: true, bottomTab: 'reviews' })
  },
})

export const signOffBoard = command({
  id: 'review.ask-board',
  label: 'Sign off the board…',
  icon: 'accepted',
  group: 'board',
  role: 'editor',
  when: ({ model }) => model.components.length > 0,
  run: (context) => askForSignOff.run(context, { scope: null }),
})
