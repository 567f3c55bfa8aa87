import { useState } from 'react'
import { execute } from '../../commands/execute.ts'
import { showElement } from '../../commands/spotlight.ts'
import type { Difference, SinceReview } from '../../core/analysis/review/difference.ts'
import { kindOf } from '../../core/model/lookup.ts'
import type { Kind, Review } from '../../core/model/records.ts'
import { useBoard } from '../../state/board-store.ts'
import { scopeInWords } from '../../state/review-scope.ts'
import { setView } from '../../state/view-store.ts'
import { Icon } from '../../ui/icon.tsx'
import css from './review.module.css'
import { OutcomeThen } from './outcome-then.tsx'
import { differenceInWords, standingOf } from './review-words.ts'
import type { Compared } from './use-since.ts'

const FIRST_SHOWN = 100

type Props = Readonly<{ review: Review | undefined; isLast: boolean; compared: Compared | undefined }>

/** What changed since the chosen sign-off; since the last review of the board where none is chosen. */
export function DifferenceColumn({ review, isLast, compared }: Props) {
  const since = compared?.since
  const model = useBoard((board) => board.model)
  const [most, setMost] = useState(FIRST_SHOWN)
  const differences = since?.state === 'changed' ? since.differences : []
  const title =
    review === undefined || isLast
      ? 'What changed since the last review'
      : `What changed since the sign-off of ${scopeInWords(model, review.scope)}`
  return (
    <section className={css.column} aria-label={title}>
      <header className={css.head}>
        <h2 className={css.title}>
          {title} {differences.length > 0 && <span className={css.quiet}>{differences.length}</span>}
        </h2>
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls has to be reached by keys */}
      <div className={css.body} role="group" aria-label="What changed" tabIndex={0}>
        <p className={css.says} role="status">
          {says(review, since)}
        </p>
        {review !== undefined && review.outcome !== null && (
          <OutcomeThen then={review.outcome} now={compared?.outcome ?? null} />
        )}
        <ul className={css.list} aria-label="Differences">
          {differences.slice(0, most).map((difference) => (
            <li key={`${difference.of}/${difference.id ?? ''}`}>
              <Row difference={difference} />
            </li>
          ))}
        </ul>
        {differences.length > most && (
          <button type="button" className={css.more} onClick={() => setMost(most + 5 * FIRST_SHOWN)}>
            Show more of {differences.length}
          </button>
        )}
      </div>
    </section>
  )
}

function says(review: Review | undefined, since: SinceReview | undefined): string {
  if (review === undefined) return 'The board as a whole has not been signed off.'
  if (since === undefined) return 'Comparing…'
  if (since.state !== 'changed') return standingOf({ ...review, withdrawn: null }, since).means
  if (!since.inShort) return ''
  return since.differences.length === 0
    ? 'It changed. It was too large to keep what each record said, so what changed cannot be told.'
    : 'It was too large to keep whole: records that changed are named, their fields are not.'
}

const ICONS = { added: 'add', removed: 'close', changed: 'edit' } as const
const ON_CANVAS: ReadonlySet<Kind | null> = new Set<Kind | null>(['segments', 'components', 'links'])

function Row({ difference }: { difference: Difference }) {
  const model = useBoard((board) => board.model)
  const { id, what, name } = difference
  const kind = id === null ? null : kindOf(model, id)
  const words = (
    <>
      <Icon name={ICONS[what]} size={13} />
      <span className={css.words}>
        <span>{name}</span>: <span className={css.muted}>{differenceInWords(difference)}</span>
      </span>
    </>
  )
  if (id === null || kind === null) return <div className={css.element}>{words}</div>
  return (
    <button type="button" className={css.element} onClick={() => show(kind, id)}>
      {words}
    </button>
  )
}

/** Selects what has a place on the canvas, and inspects what has none. */
export function show(kind: Kind, id: string): void {
  if (ON_CANVAS.has(kind)) execute(showElement, { id })
  else setView({ inspected: id, right: true })
}
