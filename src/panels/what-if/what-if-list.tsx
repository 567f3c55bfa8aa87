import { NativeSelect } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { execute } from '../../commands/execute.ts'
import { switchMitigation } from '../../commands/trial.ts'
import { noFigure, useAnalysis } from '../../state/analysis-store.ts'
import { setView, useView } from '../../state/view-store.ts'
import { Badge } from '../../ui/badge.tsx'
import { Icon } from '../../ui/icon.tsx'
import { LoadBearing } from '../../ui/load-bearing.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Switch } from '../../ui/switch.tsx'
import { EFFECT_WORDS, MITIGATION_STATUS_WORDS } from '../../ui/record-words.ts'
import css from './what-if.module.css'
import { clearsInWords, filterRows, ONLY, type Only, type WhatIfRow } from './what-if-rows.ts'

const FILTERS: readonly Readonly<{ only: Only; label: string }>[] = [
  { only: 'all', label: 'All' },
  { only: 'clears', label: 'Could clear' },
  { only: 'bears', label: 'Load-bearing' },
  { only: 'nothing', label: 'Does nothing here' },
  { only: 'switched', label: 'Switched' },
]
const FIRST_SHOWN = 200

/** `onSort`: the rows no longer stand in the order of their figures. `isKnown`: there are figures. */
export function WhatIfList(props: {
  rows: readonly WhatIfRow[]
  isKnown: boolean
  onSort: (() => void) | null
}) {
  const { rows, isKnown, onSort } = props
  const [text, setText] = useState('')
  const [only, setOnly] = useState<Only>('all')
  const [most, setMost] = useState(FIRST_SHOWN)
  const found = filterRows(rows, text, only)
  const none = useAnalysis(noFigure)
  return (
    <div className={css.list}>
      <div className={css.filters}>
        <SearchField
          className={css.search}
          label="Search mitigations"
          placeholder="Mitigation or owner"
          value={text}
          onChange={setText}
        />
        <NativeSelect
          size="xs"
          className={css.only}
          aria-label="Which mitigations"
          value={only}
          data={FILTERS.map(({ only: value, label }) => ({
            value,
            label: `${label} (${isKnown || value === 'all' || value === 'switched' ? rows.filter(ONLY[value]).length : none})`,
          }))}
          onChange={(event) => {
            const chosen = FILTERS.find((each) => each.only === event.currentTarget.value)
            if (chosen !== undefined) setOnly(chosen.only)
          }}
        />
        {onSort !== null && (
          <button type="button" className={css.link} onClick={onSort}>
            Sort anew
          </button>
        )}
        <span role="status" className="rf-visually-hidden">
          {found.length} of {rows.length} shown
        </span>
      </div>
      <ul className={css.rows} aria-label="Mitigations to try">
        {found.slice(0, most).map((row) => (
          <Row key={row.mitigation.id} row={row} isKnown={isKnown} />
        ))}
        {found.length === 0 && <li className={css.nothing}>No mitigation fits.</li>}
        {found.length > most && (
          <li className={css.nothing}>
            <button type="button" className={css.link} onClick={() => setMost(most + FIRST_SHOWN)}>
              Show {Math.min(FIRST_SHOWN, found.length - most)} more of {found.length}
            </button>
          </li>
        )}
      </ul>
    </div>
  )
}

function Row({ row, isKnown }: { row: WhatIfRow; isKnown: boolean }) {
  const { mitigation, effect, on, switched } = row
  const { id, title, status, effort, due } = mitigation
  const open = useView((view) => view.inspected === id)
  const facts = [
    EFFECT_WORDS[effect].label,
    MITIGATION_STATUS_WORDS[status].label.toLowerCase(),
    `effort ${effort ?? 1}`,
    due === null ? null : `due ${due}`,
  ]
  return (
    <li className={css.row} data-switched={switched || undefined} data-open={open || undefined}>
      <Switch
        on={on}
        label={`In force: ${title}`}
        title={on ? 'Counts: try without it' : 'Does not count: try it'}
        onSwitch={() => execute(switchMitigation, { id })}
      />
      <div className={css.what}>
        <button
          type="button"
          className={css.name}
          title={title}
          onClick={() => setView({ inspected: id, right: true })}
        >
          {title}
        </button>
        <span className={css.facts}>{facts.filter((fact) => fact !== null).join(' · ')}</span>
      </div>
      {switched && (
        <Badge icon="what-if" title="Tried out, not saved">
          {on ? 'tried on' : 'tried off'}
        </Badge>
      )}
      <Figure row={row} isKnown={isKnown} />
    </li>
  )
}

function Figure({ row, isKnown }: { row: WhatIfRow; isKnown: boolean }): ReactNode {
  const none = useAnalysis(noFigure)
  if (!isKnown) return <span className={css.quiet}>{none}</span>
  if (row.bears > 0) return <LoadBearing opens={row.bears} />
  const words = clearsInWords(row)
  if (row.clears === null) return <span className={css.quiet}>{words}</span>
  return (
    <span className={css.clears} title="With everything else as it is now">
      <Icon name="cut" size={13} /> {words}
    </span>
  )
}
