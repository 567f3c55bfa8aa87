import { writeContent } from '../core/analysis/review/content.ts'
import type { Facts } from '../core/analysis/review/scope.ts'
import { recordIn } from '../core/model/lookup.ts'
import type { ReviewOutcome, ReviewScope } from '../core/model/records.ts'
import { scopeInWords } from '../state/review-scope.ts'
import { askSignOff } from '../state/review-store.ts'
import { useSession } from '../state/session-store.ts'
import { type Command, command } from './command.ts'
import { newId } from './new-id.ts'

type Signed = Readonly<{
  scope: ReviewScope | null
  facts: Facts
  outcome: ReviewOutcome | null
  statement: string
}>

/**
 * Signs a scope off as it stands now, by the name of this person (MO7). `facts` are those of an exposure, `outcome` what the
 * analysis comes to in any other scope.
 */
export const signOff: Command<Signed> = command({
  id: 'review.sign-off',
  label: 'Sign off',
  icon: 'accepted',
  group: 'board',
  role: 'editor',
  run: ({ edit, model, host }, { scope, facts, outcome, statement }) => {
    const reviewer = useSession.getState().me.name.trim()
    if (reviewer === '') throw new Error('choose a name first')
    if (statement.trim() === '') throw new Error('say what you agree to')
    const what = scopeInWords(model, scope)
    const review = {
      id: newId('reviews'),
      scope,
      reviewer,
      at: new Date().toISOString(),
      statement: statement.trim(),
      ...writeContent(model, scope, facts),
      outcome,
      withdrawn: null,
    }
    edit(`Sign off ${what}`, (editor) => editor.create('reviews', review))
    askSignOff(null)
    host.announce(`${what} signed off`)
  },
})

/** Takes a sign-off back. The record stays, and says who did and when. */
export const withdrawSignOff: Command<{ id: string }> = command({
  id: 'review.withdraw',
  label: 'Withdraw',
  icon: 'undo',
  group: 'board',
  role: 'editor',
  run: ({ edit, model, host }, { id }) => {
    const review = recordIn(model, 'reviews', id)
    if (review === undefined || review.withdrawn !== null) return
    const by = useSession.getState().me.name
    const withdrawn = { by, at: new Date().toISOString() }
    const what = scopeInWords(model, review.scope)
    edit(`Withdraw the sign-off of ${what}`, (editor) => editor.set('reviews', id, { withdrawn }))
    host.announce(`Sign-off of ${what} withdrawn`)
  },
})
