import { useEffect, useRef } from 'react'
import { execute } from '../../commands/execute.ts'
import { goToThreat } from '../../commands/decide-threats.ts'
import type { Threat } from '../../core/model/records.ts'
import { subjectIdOf } from '../../core/model/threats.ts'
import { mayEdit, useConnection } from '../../state/connection-store.ts'
import { useSelection } from '../../state/selection-store.ts'
import { decideOn } from '../../state/threat-store.ts'
import { moment } from '../../ui/ago.ts'
import { Badge } from '../../ui/badge.tsx'
import { Icon } from '../../ui/icon.tsx'
import { THREAT_DECISION_WORDS } from '../../ui/record-words.ts'
import { DecisionForm } from './decision-form.tsx'
import type { ThreatRow } from './threat-rows.ts'
import css from './threats.module.css'

/** One threat; its row selects what it is to, its decision opens the form under it. */
export function ThreatRecord({ row, deciding }: Readonly<{ row: ThreatRow; deciding: boolean }>) {
  const editable = useConnection(mayEdit)
  const { threat, label, on } = row
  const selected = useSelection((selection) => selection.ids.has(subjectIdOf(threat.on)))
  const line = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (deciding) line.current?.scrollIntoView({ block: 'nearest' })
  }, [deciding])
  const done = () => {
    decideOn(null)
    requestAnimationFrame(() => line.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus())
  }
  return (
    <>
      <tr ref={line} data-open={deciding || undefined} data-selected={selected || undefined}>
        <td className={css.number}>{label}</td>
        <th scope="row" title={threat.title}>
          <button
            type="button"
            className={css.open}
            aria-label={`${label} ${threat.title}: select ${on}`}
            onClick={() => execute(goToThreat, { id: threat.id })}
          >
            {threat.technique !== null && !threat.technique.startsWith('stride:') && (
              <span className={css.technique}>{threat.technique} </span>
            )}
            {threat.title}
          </button>
        </th>
        <td title={on}>{on}</td>
        <td>
          {editable ? (
            <button
              type="button"
              className={css.decide}
              aria-expanded={deciding}
              aria-label={`Decision on ${label}: ${THREAT_DECISION_WORDS[threat.decision].label}`}
              title={THREAT_DECISION_WORDS[threat.decision].means}
              onClick={() => decideOn(deciding ? null : threat.id)}
            >
              {THREAT_DECISION_WORDS[threat.decision].label}
              <Icon name={deciding ? 'up' : 'down'} size={13} />
            </button>
          ) : (
            THREAT_DECISION_WORDS[threat.decision].label
          )}
        </td>
        <td title={threat.rationale}>
          <Rationale threat={threat} />
        </td>
        <td title={threat.by}>{threat.by || '–'}</td>
        <td title={moment(threat.at)}>{threat.at?.slice(0, 10) ?? '–'}</td>
      </tr>
      {deciding && editable && (
        <tr className={css.formRow}>
          <td colSpan={7}>
            <DecisionForm key={threat.id} threat={threat} label={label} onDone={done} />
          </td>
        </tr>
      )}
    </>
  )
}

function Rationale({ threat: { decision, rationale } }: { threat: Threat }) {
  if (rationale !== '') return rationale
  if (decision === 'open') return '–'
  return (
    <Badge tone="warning" icon="warning">
      No reason given
    </Badge>
  )
}
