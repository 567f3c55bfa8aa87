import { type ReactNode, useId, useState } from 'react'
import { execute } from '../../commands/execute.ts'
import { showChokes, showElement, showSeparating } from '../../commands/spotlight.ts'
import type { Cleared } from '../../core/analysis/result.ts'
import { recordIn } from '../../core/model/lookup.ts'
import type { Link, Model } from '../../core/model/records.ts'
import { noFigure, useAnalysis } from '../../state/analysis-store.ts'
import { useBoard } from '../../state/board-store.ts'
import { rankedChokes } from '../../state/choke-ranks.ts'
import { linkWithEnds, nameOf } from '../../state/record-names.ts'
import { useSelection } from '../../state/selection-store.ts'
import { useSpotlight } from '../../state/spotlight-store.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Switch } from '../../ui/switch.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { clearedInWords, progressInWords, separatingInWords, whyNoChoke } from './choke-words.ts'
import css from './chokes.module.css'

/** What an attack hinges on (AN12): elements by what cutting each alone would clear, and the least set of links to cut. */
export function ChokesPanel() {
  const result = useAnalysis((analysis) => analysis.result)
  const chokePoints = useAnalysis((analysis) => analysis.chokePoints)
  const progress = useAnalysis((analysis) => analysis.progress)
  const { chokePoints: isMarked } = useSpotlight()
  const { failed, retry } = useAnalysis()
  const trouble = failed !== null && (
    <Trouble
      title="The analysis failed."
      left={result === null ? 'Nothing can be counted.' : 'Some of it could not be counted.'}
      reason={failed}
      onRetry={retry}
    />
  )
  if (result === null) return trouble || <EmptyState icon="choke" title="Analysing the board…" />
  const counting = failed === null ? progressInWords(chokePoints, progress) : ''
  const list = (kind: 'components' | 'links', title: string) => (
    <Column
      title={title}
      count={chokePoints?.[kind].length ?? null}
      says={chokePoints !== null && chokePoints[kind].length === 0 ? whyNoChoke(kind, result.counts) : ''}
    >
      <RankedList title={title} cleared={chokePoints?.[kind] ?? []} />
    </Column>
  )
  return (
    <div className={css.panel}>
      {trouble}
      <div className={css.bar}>
        <Switch on={isMarked} onSwitch={() => execute(showChokes)}>
          {showChokes.label}
        </Switch>
        <span className={css.quiet}>
          What would no longer be taken or reached, were all links of it cut. Each alone, so do not add them
          up.
        </span>
        <span role="status" className={css.counting}>
          {counting}
        </span>
      </div>
      <div className={css.columns}>
        {list('components', 'Components')}
        {list('links', 'Links')}
        <SeparatingSet />
      </div>
    </div>
  )
}

function Column(props: {
  title: string
  count: number | null
  says: string
  tool?: ReactNode
  children: ReactNode
}) {
  const { title, count, says, tool, children } = props
  const id = useId()
  const none = useAnalysis(noFigure)
  return (
    <section className={css.column} aria-labelledby={id}>
      <header className={css.head}>
        <h2 id={id} className={css.title}>
          {title} <span className={css.quiet}>{count ?? none}</span>
        </h2>
        {tool}
      </header>
      <div className={css.body}>
        {says !== '' && <p className={css.says}>{says}</p>}
        {children}
      </div>
    </section>
  )
}

const FIRST_SHOWN = 100

function RankedList({ title, cleared }: { title: string; cleared: readonly Cleared[] }) {
  const [most, setMost] = useState(FIRST_SHOWN)
  const ranked = rankedChokes(cleared.slice(0, most))
  return (
    <>
      <ol className={css.list} aria-label={`${title} by what they would clear`}>
        {ranked.map((each) => (
          <li key={each.id}>
            <Element id={each.id} rank={each.rank} cleared={each} />
          </li>
        ))}
      </ol>
      <More shown={ranked.length} of={cleared.length} onMore={() => setMost(most + 5 * FIRST_SHOWN)} />
    </>
  )
}

function SeparatingSet() {
  const links = useAnalysis((analysis) => analysis.separatingSet)
  const counts = useAnalysis((analysis) => analysis.result?.counts ?? null)
  const { separatingSet: isMarked } = useSpotlight()
  const [most, setMost] = useState(FIRST_SHOWN)
  const shown = links?.slice(0, most) ?? []
  return (
    <Column
      title="Separating set"
      count={links?.length ?? null}
      says={links === null || counts === null ? '' : separatingInWords(links, counts)}
      tool={
        <Switch on={isMarked} title={showSeparating.label} onSwitch={() => execute(showSeparating)}>
          Mark it
        </Switch>
      }
    >
      <ul className={css.list} aria-label="Links of the separating set">
        {shown.map((id) => (
          <li key={id}>
            <Element id={id} />
          </li>
        ))}
      </ul>
      <More shown={shown.length} of={links?.length ?? 0} onMore={() => setMost(most + 5 * FIRST_SHOWN)} />
    </Column>
  )
}

function Element({ id, rank, cleared }: { id: string; rank?: number; cleared?: Cleared }) {
  const model = useBoard((board) => board.model)
  const isSelected = useSelection(({ ids }) => ids.has(id))
  const link = recordIn(model, 'links', id)
  const name = link === undefined ? nameOf(model, id) : linkWithEnds(model, link)
  // What tells links apart comes first.
  const ends = link === undefined ? null : endsInWords(model, link)
  return (
    <button
      type="button"
      className={css.element}
      aria-pressed={isSelected}
      title={cleared === undefined ? name : `${name}: ${clearedInWords(cleared)}`}
      onClick={() => execute(showElement, { id })}
    >
      {rank === undefined ? <Icon name="cut" size={13} /> : <span className={css.rank}>{rank}</span>}
      <span className={css.name}>
        {ends ?? name} {ends !== null && <span className={css.quiet}>{nameOf(model, id)}</span>}
      </span>
      {cleared !== undefined && <Figures cleared={cleared} />}
    </button>
  )
}

/** In the space of a few signs; the words are there for those who listen or point. */
const Figures = ({ cleared }: { cleared: Cleared }) => (
  <span className={css.figures}>
    <span className="rf-visually-hidden">, {clearedInWords(cleared)}</span>
    {(['taken', 'reached'] as const).map((of) => (
      <span key={of} aria-hidden className={css.number} data-of={cleared[of] === 0 ? undefined : of}>
        <Icon name={of} size={13} />
        {cleared[of]}
      </span>
    ))}
  </span>
)

function More({ shown, of, onMore }: { shown: number; of: number; onMore: () => void }) {
  if (shown >= of) return null
  return (
    <button type="button" className={css.more} onClick={onMore}>
      Show more of {of}
    </button>
  )
}

const endsInWords = (model: Model, { from, to, direction }: Link): string =>
  `${nameOf(model, from)} ${direction === 'both' ? '⇄' : '→'} ${nameOf(model, to)}`
