import { showComments } from '../../commands/comments.ts'
import { execute } from '../../commands/execute.ts'
import { showTable } from '../../commands/view.ts'
import type { CoverageTable } from '../../core/analysis/coverage-table.ts'
import type { Counts } from '../../core/analysis/result.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { useBoard } from '../../state/board-store.ts'
import { countOpen, unreadIn, useComments } from '../../state/comment-store.ts'
import { threadsOf } from '../../state/comment-threads.ts'
import { useSession } from '../../state/session-store.ts'
import { useTrial } from '../../state/trial-store.ts'
import { fromTo } from '../../ui/from-to.ts'
import { Icon } from '../../ui/icon.tsx'
import { ExposureAnnouncer } from './exposure-announcer.tsx'
import { ScenarioMenu } from './scenario-menu.tsx'
import classes from './status-bar.module.css'
import { counted, coverageInWords } from './status-words.ts'

/** What counts and what comes of it, in one line. */
export function StatusBar() {
  const result = useAnalysis((analysis) => analysis.result)
  const before = useAnalysis((analysis) => analysis.before)
  const isTrying = useTrial(({ switched }) => switched !== null)
  // A trial that has just been discarded may still be what was answered last.
  const stands = before?.result ?? result
  const tried = isTrying && before !== null ? result : null
  return (
    <div className={classes.bar}>
      <ScenarioMenu />
      {stands !== null && <Figures counts={stands.counts} tried={tried?.counts ?? null} />}
      <AnalysisState />
      <span className={classes.space} />
      <SetAsideNotice />
      <CommentsNotice />
      {stands !== null && <CoverageWords coverage={stands.coverage} tried={tried?.coverage ?? null} />}
      <Size />
      <ExposureAnnouncer />
    </div>
  )
}

const FIGURES = [
  { of: 'held', means: 'Components at which an attacker is in' },
  { of: 'taken', means: 'Exposures through which an attacker gets into a critical function' },
  { of: 'reached', means: 'Exposures through which an attacker stands at the door of a critical function' },
  { of: 'accepted', means: 'Exposures of risks that are accepted today' },
] as const satisfies readonly { of: keyof Counts; means: string }[]

/** With a trial on, each figure as it stands and as it would be. */
function Figures({ counts, tried }: { counts: Counts; tried: Counts | null }) {
  return (
    <button
      type="button"
      className={classes.figures}
      data-tried={tried !== null || undefined}
      onClick={() => execute(showTable, 'exposures')}
    >
      <span className="rf-visually-hidden">List the exposures: </span>
      {tried !== null && (
        <span className={classes.figure} title="As it stands → with what is tried">
          <Icon name="what-if" size={14} /> Trial
        </span>
      )}
      {FIGURES.map(({ of, means }) => (
        <span
          key={of}
          className={classes.figure}
          data-of={(tried ?? counts)[of] > 0 ? of : undefined}
          title={means}
        >
          <Icon name={of} size={14} />
          {/* A new number is a new element, so that it lights up once, whoever made it change. */}
          <b key={(tried ?? counts)[of]}>{fromTo(counts[of], (tried ?? counts)[of])}</b> {of}
        </span>
      ))}
    </button>
  )
}

function AnalysisState() {
  const { failed, running, result, retry } = useAnalysis()
  if (failed !== null) {
    return (
      <span className={classes.failed} role="alert">
        <Icon name="warning" size={14} /> The analysis failed
        <button type="button" className={classes.link} onClick={retry}>
          Try again
        </button>
      </span>
    )
  }
  return result === null && running ? <span className={classes.quiet}>Analysing…</span> : null
}

function SetAsideNotice() {
  const count = useBoard((board) => board.setAside.length)
  if (count === 0) return null
  return (
    <button type="button" className={classes.link} onClick={() => execute(showTable, 'set-aside')}>
      <Icon name="warning" size={14} /> {counted(count, 'thing')} set aside
    </button>
  )
}

/** Threads that wait for somebody, and how much in them is new to this person. */
function CommentsNotice() {
  const open = useBoard((board) => countOpen(board.model))
  const threads = useBoard((board) => threadsOf(board.model))
  const name = useSession((session) => session.me.name)
  const unread = useComments((state) => threads.reduce((sum, each) => sum + unreadIn(each, state, name), 0))
  if (open === 0 && unread === 0) return null
  return (
    <button type="button" className={classes.link} onClick={() => execute(showComments)}>
      <Icon name="comment" size={14} /> {counted(open, 'open thread')}
      {unread > 0 && <b>· {unread} new</b>}
    </button>
  )
}

function CoverageWords({ coverage, tried }: { coverage: CoverageTable; tried: CoverageTable | null }) {
  const risks = useBoard((board) => board.model.risks.length)
  const means = 'Removed, verified or contained; a risk counts once for each component that it applies to'
  return (
    <span
      className={classes.coverage}
      data-tried={tried !== null || undefined}
      title={tried === null ? means : `As it stands → with what is tried. ${means}`}
    >
      {tried !== null && <Icon name="what-if" size={14} />}
      {coverageInWords(coverage, risks, tried ?? coverage)}
    </span>
  )
}

function Size() {
  const components = useBoard((board) => board.model.components.length)
  const links = useBoard((board) => board.model.links.length)
  return (
    <span className={`${classes.quiet} ${classes.size}`}>
      {counted(components, 'component')} · {counted(links, 'link')}
    </span>
  )
}
