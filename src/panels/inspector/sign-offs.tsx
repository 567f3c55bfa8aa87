import { execute } from '../../commands/execute.ts'
import { askForSignOff, showReviews } from '../../commands/reviews.ts'
import type { ReviewScope } from '../../core/model/records.ts'
import { useBoard } from '../../state/board-store.ts'
import { ago } from '../../ui/ago.ts'
import { Icon } from '../../ui/icon.tsx'
import { useNow } from '../../ui/use-now.ts'
import { useReadOnly } from './editing.ts'
import css from './inspector.module.css'
import { Quiet, Row, Section, ShortList } from './section.tsx'

/** Who has signed off a segment or a vendor; whether it is still what they signed is shown with the reviews. */
export function SignOffs({ scope }: { scope: ReviewScope }) {
  const readOnly = useReadOnly()
  const now = useNow()
  const reviews = useBoard((board) => board.model.reviews)
  const key = JSON.stringify(scope)
  const own = reviews.filter((review) => review.withdrawn === null && JSON.stringify(review.scope) === key)
  return (
    <Section title="Sign-offs" count={own.length}>
      {own.length === 0 && <Quiet>Not signed off by itself.</Quiet>}
      <ShortList items={own} label="Sign-offs of this">
        {({ id, reviewer, at }) => (
          <Row key={id} icon="accepted" detail={ago(at, now)} onOpen={() => execute(showReviews)}>
            {reviewer || 'Somebody'}
          </Row>
        )}
      </ShortList>
      {!readOnly && (
        <button type="button" className={css.action} onClick={() => execute(askForSignOff, { scope })}>
          <Icon name="accepted" size={14} /> {askForSignOff.label}
        </button>
      )}
    </Section>
  )
}
