import { execute } from '../../commands/execute.ts'
import { withdrawSignOff } from '../../commands/sign-off.ts'
import type { Review } from '../../core/model/records.ts'
import { useBoard } from '../../state/board-store.ts'
import { mayEdit, useConnection } from '../../state/connection-store.ts'
import { scopeInWords } from '../../state/review-scope.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ago, moment } from '../../ui/ago.ts'
import { Badge } from '../../ui/badge.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useNow } from '../../ui/use-now.ts'
import css from './review.module.css'
import { standingOf } from './review-words.ts'
import { outcomeChanged } from './outcome-words.ts'
import type { Compared } from './use-since.ts'

type Props = Readonly<{
  reviews: readonly Review[]
  compared: ReadonlyMap<string, Compared>
  shown: string | null
  onShow: (id: string) => void
}>

export function SignOffList({ reviews, compared, shown, onShow }: Props) {
  const editable = useConnection(mayEdit)
  if (reviews.length === 0) {
    return (
      <EmptyState icon="accepted" title="Nothing is signed off yet">
        <p>
          A sign-off keeps what was agreed to, and tells when it is no longer that.
          {editable && ' Sign off the board, or pick a segment, a vendor or an exposure first.'}
        </p>
      </EmptyState>
    )
  }
  return (
    <ul className={css.list} aria-label="Sign-offs, newest first">
      {reviews.map((review) => (
        <SignOff
          key={review.id}
          review={review}
          compared={compared.get(review.id)}
          isShown={review.id === shown}
          onShow={() => onShow(review.id)}
        />
      ))}
    </ul>
  )
}

function SignOff(props: {
  review: Review
  compared: Compared | undefined
  isShown: boolean
  onShow: () => void
}) {
  const { review, compared, isShown, onShow } = props
  const model = useBoard((board) => board.model)
  const editable = useConnection(mayEdit)
  const now = useNow()
  const { id, scope, reviewer, at, statement, withdrawn } = review
  const { word, icon, tone, means } = standingOf(review, compared?.since)
  const what = scopeInWords(model, scope)
  return (
    <li className={css.signOff} data-shown={isShown || undefined}>
      <button type="button" className={css.row} aria-pressed={isShown} onClick={onShow}>
        <span className={css.line}>
          <span className={css.name}>{`${what.charAt(0).toUpperCase()}${what.slice(1)}`}</span>
          <Badge tone={tone} icon={icon} title={means}>
            {word}
          </Badge>
        </span>
        <span className={css.quiet}>
          {reviewer || 'Somebody'}, <time title={moment(at)}>{ago(at, now)}</time>
          {withdrawn !== null && `; withdrawn by ${withdrawn.by || 'somebody'} ${ago(withdrawn.at, now)}`}
        </span>
        {outcomeChanged(review, compared) && (
          <span>
            <Badge icon="exposure" title="What the analysis comes to in it is no longer what it was then.">
              outcome has changed
            </Badge>
          </span>
        )}
        {statement !== '' && <span className={css.statement}>{statement}</span>}
      </button>
      {editable && withdrawn === null && (
        <ActionButton
          label={`Withdraw the sign-off of ${what}`}
          icon="close"
          onClick={() => execute(withdrawSignOff, { id })}
        />
      )}
    </li>
  )
}
