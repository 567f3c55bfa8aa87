import { execute } from '../../commands/execute.ts'
import { showTable } from '../../commands/view.ts'
import type { Counts } from '../../core/analysis/result.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { useBoard } from '../../state/board-store.ts'
import { Icon } from '../../ui/icon.tsx'
import { ExposureAnnouncer } from './exposure-announcer.tsx'
import { ScenarioMenu } from './scenario-menu.tsx'
import classes from './status-bar.module.css'
import { counted, coverageInWords } from './status-words.ts'

/** What counts and what comes of it, in one line. */
export function StatusBar() {
  const result = useAnalysis((analysis) => analysis.result)
  return (
    <div className={classes.bar}>
      <ScenarioMenu />
      {result !== null && <Figures counts={result.counts} />}
      <AnalysisState />
      <span className={classes.space} />
      <SetAsideNotice />
      {result !== null && <CoverageWords />}
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

function Figures({ counts }: { counts: Counts }) {
  return (
    <button type="button" className={classes.figures} onClick={() => execute(showTable, 'exposures')}>
      <span className="rf-visually-hidden">List the exposures: </span>
      {FIGURES.map(({ of, means }) => (
        <span key={of} className={classes.figure} data-of={counts[of] > 0 ? of : undefined} title={means}>
          <Icon name={of} size={14} />
          {/* A new number is a new element, so that it lights up once, whoever made it change. */}
          <b key={counts[of]}>{counts[of]}</b> {of}
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

function CoverageWords() {
  const coverage = useAnalysis((analysis) => analysis.result?.coverage ?? null)
  const risks = useBoard((board) => board.model.risks.length)
  if (coverage === null) return null
  return (
    <span
      className={classes.quiet}
      title="Removed, verified or contained; a risk counts once for each component that it applies to"
    >
      {coverageInWords(coverage, risks)}
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
