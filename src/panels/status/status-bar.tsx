import { Suspense } from 'react'
import { execute } from '../../commands/execute.ts'
import { showTable } from '../../commands/view.ts'
import type { CoverageTable } from '../../core/analysis/coverage-table.ts'
import type { Counts } from '../../core/analysis/result.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { useBoard } from '../../state/board-store.ts'
import { isSupposed, useTrial } from '../../state/trial-store.ts'
import { fromTo } from '../../ui/from-to.ts'
import { Icon } from '../../ui/icon.tsx'
import { ExposureAnnouncer } from './exposure-announcer.tsx'
import { ScenarioMenu } from './scenario-menu.tsx'
import { late } from '../../ui/late.ts'
import classes from './status-bar.module.css'
import { counted, coverageInWords } from './status-words.ts'

// Few boards have them.
const SetAsideNotice = late(async () => ({ default: (await import('./status-notices.tsx')).SetAsideNotice }))
const CommentsNotice = late(async () => ({ default: (await import('./status-notices.tsx')).CommentsNotice }))
const SupposedMark = late(async () => ({ default: (await import('./supposed-mark.tsx')).SupposedMark }))

/** What counts and what comes of it, in one line. */
export function StatusBar() {
  const result = useAnalysis((analysis) => analysis.result)
  const before = useAnalysis((analysis) => analysis.before)
  const isElsewhere = useTrial(isSupposed)
  const hasAside = useBoard((board) => board.setAside.length > 0)
  const hasThreads = useBoard((board) => board.model.comments.length > 0)
  // What has just been left may still be what was answered last.
  const stands = before?.result ?? result
  const tried = isElsewhere && before !== null ? result : null
  return (
    <div className={classes.bar}>
      <ScenarioMenu />
      {stands !== null && <Figures counts={stands.counts} tried={tried?.counts ?? null} />}
      <AnalysisState />
      <span className={classes.space} />
      <Suspense>
        {hasAside && <SetAsideNotice />}
        {hasThreads && <CommentsNotice />}
      </Suspense>
      {stands !== null && <CoverageWords coverage={stands.coverage} tried={tried?.coverage ?? null} />}
      {tried === null && <Size />}
      <ExposureAnnouncer />
    </div>
  )
}

const FIGURES = [
  { of: 'held', means: 'Components at which an attacker is in' },
  { of: 'taken', means: 'Exposures through which an attacker gets into a critical function' },
  { of: 'reached', means: 'Exposures through which an attacker stands at the door of a critical function' },
  { of: 'accepted', means: 'Exposures of risks whose acceptance still holds' },
] as const satisfies readonly { of: keyof Counts; means: string }[]

/** With a trial on, or on another day, each figure as it stands and as it would be. */
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
        <Suspense>
          <SupposedMark />
        </Suspense>
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

function CoverageWords({ coverage, tried }: { coverage: CoverageTable; tried: CoverageTable | null }) {
  const risks = useBoard((board) => board.model.risks.length)
  const means = 'Removed, verified or contained; a risk counts once for each component that it applies to'
  return (
    <span className={classes.coverage} data-tried={tried !== null || undefined} title={means}>
      {tried !== null && (
        <Suspense>
          <SupposedMark />
        </Suspense>
      )}
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
