import { useMemo, useRef, useState } from 'react'
import { selectedSubject } from '../../commands/comments.ts'
import { situation } from '../../commands/execute.ts'
import { askForThreat } from '../../commands/threats.ts'
import { useBoard } from '../../state/board-store.ts'
import { askThreats, useThreats } from '../../state/threat-store.ts'
import { mayEdit, useConnection } from '../../state/connection-store.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { THREAT_DECISION_WORDS } from '../../ui/record-words.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { countShown, filterThreats, type Shown, type ThreatRow, threatRows } from './threat-rows.ts'
import { ThreatForm } from './threat-form.tsx'
import { ThreatRecord } from './threat-record.tsx'
import css from './threats.module.css'

const FIRST_SHOWN = 200

/** Every threat of the board with what was decided, by whom and why; dismissed ones are one click away. */
export function ThreatsTable() {
  const model = useBoard((board) => board.model)
  const { deciding, editing, adding } = useThreats()
  const editable = useConnection(mayEdit)
  const [shown, setShown] = useState<Shown>('live')
  const [query, setQuery] = useState('')
  const [most, setMost] = useState(FIRST_SHOWN)
  const root = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => threatRows(model), [model])
  const form = editable && adding !== undefined && (
    <ThreatForm
      key={JSON.stringify(adding)}
      threat={null}
      on={adding}
      label="Add a threat"
      onDone={() => {
        askThreats()
        requestAnimationFrame(() => root.current?.querySelector<HTMLElement>('[data-add]')?.focus())
      }}
    />
  )
  if (rows.length === 0) {
    return (
      <div ref={root} className={css.register}>
        {form}
        <EmptyState icon="threat" title="No threats yet">
          <p>
            Select a component, a link or a segment and ask for suggestions in the inspector
            {editable && ', or write down one of your own'}.
          </p>
          {editable && <AddButton />}
        </EmptyState>
      </div>
    )
  }
  const found = filterThreats(rows, shown, query)
  // Whoever comes from the inspector to decide on one sees it, whatever the filter says.
  const asked = rows.find(({ threat }) => threat.id === (deciding ?? editing))
  const listed = asked === undefined || found.includes(asked) ? found : [asked, ...found]
  return (
    <div ref={root} className={css.register}>
      <div className={css.bar}>
        <SearchField
          className={css.filter}
          label="Filter threats"
          placeholder="Filter"
          value={query}
          onChange={setQuery}
        />
        <Decisions rows={rows} shown={shown} onShow={setShown} />
        <span className={css.counted} role="status">
          {found.length === rows.length ? rows.length : `${found.length} of ${rows.length}`}
        </span>
        {editable && <AddButton />}
      </div>
      {form}
      <div className={css.scroller}>
        <table className={css.table} aria-label="Threats">
          <thead>
            <tr>
              <th style={{ width: 54 }}>No.</th>
              <th style={{ width: '28%' }}>Threat</th>
              <th style={{ width: '16%' }}>On</th>
              <th style={{ width: 124 }}>Decision</th>
              <th>Rationale</th>
              <th style={{ width: 84 }}>By</th>
              <th style={{ width: 92 }}>When</th>
            </tr>
          </thead>
          <tbody>
            {listed.slice(0, most).map((row) => (
              <ThreatRecord
                key={row.threat.id}
                row={row}
                asked={row !== asked ? null : deciding === undefined ? 'editing' : 'deciding'}
              />
            ))}
          </tbody>
        </table>
        {listed.length === 0 && <p className={css.quiet}>{nothingInWords(shown, query)}</p>}
        {listed.length > most && (
          <button type="button" className={css.more} onClick={() => setMost(most + 5 * FIRST_SHOWN)}>
            Show more of {listed.length}
          </button>
        )}
      </div>
    </div>
  )
}

/** On what is selected, if that is one thing that can have a threat. */
function AddButton() {
  return (
    <button
      type="button"
      className={css.action}
      data-add
      onClick={() => askThreats({ adding: selectedSubject(situation()) })}
    >
      <Icon name="add" size={14} /> {askForThreat.label}
    </button>
  )
}

function nothingInWords(shown: Shown, query: string): string {
  if (query.trim() !== '') return 'Nothing holds all of these words.'
  if (shown === 'live') return 'Every threat recorded was dismissed.'
  return `None is “${THREAT_DECISION_WORDS[shown].label.toLowerCase()}”.`
}

type DecisionsProps = Readonly<{ rows: readonly ThreatRow[]; shown: Shown; onShow: (shown: Shown) => void }>

/** What there is none of is not offered, but for the open and the dismissed, of which none says something. */
function Decisions({ rows, shown, onShow }: DecisionsProps) {
  const counts = countShown(rows)
  const decisions = Object.entries(THREAT_DECISION_WORDS).map(([value, { label }]) => ({
    value: value as Exclude<Shown, 'live'>,
    label,
  }))
  const offered = decisions.filter(
    ({ value }) => counts[value] > 0 || value === 'open' || value === 'dismissed' || value === shown,
  )
  return (
    <div className={css.decisions} role="group" aria-label="Show by decision">
      {[{ value: 'live' as const, label: 'All but dismissed' }, ...offered].map(({ value, label }) => (
        <button
          key={value}
          type="button"
          className={css.choice}
          aria-pressed={value === shown}
          onClick={() => onShow(value)}
        >
          {label} <span className={css.count}>{counts[value]}</span>
        </button>
      ))}
    </div>
  )
}
