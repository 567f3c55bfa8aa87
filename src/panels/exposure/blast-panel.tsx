import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { endBlast, revealBlastPath } from '../../commands/blast.ts'
import { execute, getHost } from '../../commands/execute.ts'
import type { BlastRadius } from '../../core/analysis/questions.ts'
import type { CoreResult } from '../../core/analysis/result.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { useBoard } from '../../state/board-store.ts'
import { useInquiry } from '../../state/inquiry-store.ts'
import { nameOf } from '../../state/record-names.ts'
import { useSpotlight } from '../../state/spotlight-store.ts'
import { type Supposed, useSupposed } from '../../state/supposed.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Badge } from '../../ui/badge.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { useVirtualRows } from '../../ui/virtual-rows.ts'
import { EXPOSURE_WORDS } from '../../ui/words.ts'
import classes from './blast-panel.module.css'
import {
  askedInWords,
  blastInWords,
  type BlastRow,
  blastRows,
  heldInWords,
  NEWS_WORDS,
} from './blast-words.ts'
import { lineFor } from './exposure-groups.ts'
import { hopsInWords } from './exposure-rows.ts'

const ROW_HEIGHT = 32

/** What an attacker who held one component would come to hold, take and reach. */
export function BlastPanel() {
  const { blastOf, blastFrom, blastFailed } = useInquiry()
  const blast = useSpotlight((spotlight) => spotlight.blast)
  const name = useBoard(({ model }) => nameOf(model, blastOf))
  const isOld = useAnalysis(({ result, running }) => running || result !== blastFrom)
  const supposed = useSupposed()
  const { failed, retry } = useAnalysis()
  const why = failed ?? blastFailed
  return (
    <section className={classes.panel} aria-label="Blast radius">
      {blast === null || blastFrom === null ? (
        <>
          <header className={classes.head}>
            <p className={classes.sum}>
              {askedInWords(name, supposed)}
              {why === null ? '…' : 'not known.'}
            </p>
            <Close />
          </header>
          {why !== null && (
            <Trouble
              title={failed === null ? 'The blast radius cannot be found now.' : 'The analysis failed.'}
              reason={why}
              onRetry={retry}
            />
          )}
        </>
      ) : (
        <Blast name={name} blast={blast} result={blastFrom} isOld={isOld} supposed={supposed} />
      )}
    </section>
  )
}

function Blast(props: {
  name: string
  blast: BlastRadius
  result: CoreResult
  isOld: boolean
  supposed: Supposed | null
}) {
  const { name, blast, result, isOld, supposed } = props
  const model = useBoard((board) => board.model)
  const rows = useMemo(() => blastRows(model, blast, result), [model, blast, result])
  const sum = blastInWords(name, blast, rows, supposed)
  const told = useRef<string | null>(null)
  useEffect(() => {
    if (told.current === blast.component) return
    told.current = blast.component
    getHost()?.announce(sum)
  }, [blast.component, sum])
  return (
    <div className={classes.answer} aria-busy={isOld}>
      <header className={classes.head}>
        <div>
          <p className={classes.sum}>{isOld ? `${askedInWords(name, supposed)}…` : sum}</p>
          <p className={classes.quiet}>
            A question, not a finding: it asks what would follow if {name} were held.{' '}
            {!isOld && heldInWords(blast, supposed)}
          </p>
        </div>
        <Close />
      </header>
      {rows.length === 0 ? (
        <EmptyState icon="check" title="No critical function is taken or reached from here">
          <p>
            That holds for the links, mitigations and weaknesses on this board
            {supposed !== null && `, ${supposed.within}`}.
          </p>
        </EmptyState>
      ) : (
        <Targets rows={rows} supposed={supposed} />
      )}
    </div>
  )
}

function Close() {
  return (
    <ActionButton
      label={endBlast.label}
      icon={endBlast.icon}
      keys="Esc"
      ariaKeys="Escape"
      onClick={() => execute(endBlast)}
    />
  )
}

const HEADS = ['Would be', 'Critical function', 'Hops', 'Way']

/** The targets as a grid. Going to one brings the way to it into view. */
function Targets({ rows, supposed }: { rows: readonly BlastRow[]; supposed: Supposed | null }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const index = rows.findIndex(({ target }) => target === chosen)
  const stop = Math.max(0, index)
  const { scroller, onScroll, indexes, height, reveal } = useVirtualRows(rows.length, ROW_HEIGHT, stop)
  const goTo = (at: number) => {
    const row = rows[at]
    if (row === undefined) return
    setChosen(row.target)
    reveal(at)
    execute(revealBlastPath, row)
    const line = scroller.current?.querySelector<HTMLElement>(`[aria-rowindex="${at + 2}"]`)
    line?.focus({ preventScroll: true })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const at = lineFor(event.key, index, rows.length)
    if (at === null) return
    event.preventDefault()
    event.stopPropagation()
    goTo(at)
  }
  return (
    <div
      className={classes.grid}
      role="grid"
      aria-label="What would be taken or reached"
      aria-rowcount={rows.length + 1}
    >
      <div role="rowgroup" className={classes.heads}>
        <div role="row" aria-rowindex={1} className={classes.row}>
          {[
            ...HEADS,
            supposed === null ? 'Today' : supposed.icon === 'plan' ? 'On that day' : 'In the trial',
          ].map((head) => (
            <span key={head} role="columnheader" className={classes.quiet}>
              {head}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" ref={scroller} className={classes.body} onScroll={onScroll}>
        <div role="presentation" className={classes.rows} style={{ height }}>
          {indexes.map((at) => {
            const row = rows[at] as BlastRow
            return (
              <div
                key={row.target}
                role="row"
                aria-rowindex={at + 2}
                aria-selected={at === index}
                tabIndex={at === stop ? 0 : -1}
                className={classes.row}
                style={{ top: at * ROW_HEIGHT, height: ROW_HEIGHT }}
                onClick={() => goTo(at)}
                onKeyDown={onKeyDown}
              >
                <Cells row={row} />
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

function Cells({ row: { kind, name, hops, way, news } }: { row: BlastRow }) {
  const words = way.join(' › ')
  return (
    <>
      <span role="gridcell">
        <Badge tone={kind} icon={kind} title={EXPOSURE_WORDS[kind].means}>
          {EXPOSURE_WORDS[kind].label.toLowerCase()}
        </Badge>
      </span>
      <span role="gridcell" className={classes.words} title={name}>
        {name}
      </span>
      <span role="gridcell" title={hopsInWords(hops)}>
        {hops}
      </span>
      <span role="gridcell" className={classes.words} title={words}>
        {words}
      </span>
      <span role="gridcell" className={classes.news}>
        {news !== null && <Icon name="add" size={13} />}
        <span className={news === null ? classes.quiet : undefined}>
          {news === null ? 'the same' : NEWS_WORDS[news]}
        </span>
      </span>
    </>
  )
}
