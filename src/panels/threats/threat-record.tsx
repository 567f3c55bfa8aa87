import { useEffect, useRef } from 'react'
import { execute } from '../../commands/execute.ts'
import { goToThreat } from '../../commands/decide-threats.ts'
import { isOwn, removeThreat } from '../../commands/own-threats.ts'
import type { Threat } from '../../core/model/records.ts'
import { subjectIdOf } from '../../core/model/threats.ts'
import { mayEdit, useConnection } from '../../state/connection-store.ts'
import { useSelection } from '../../state/selection-store.ts'
import { askThreats } from '../../state/threat-store.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { moment } from '../../ui/ago.ts'
import { Badge } from '../../ui/badge.tsx'
import { Icon } from '../../ui/icon.tsx'
import { STRIDE_WORDS, THREAT_DECISION_WORDS } from '../../ui/record-words.ts'
import { DecisionForm } from './decision-form.tsx'
import { ThreatForm } from './threat-form.tsx'
import type { ThreatRow } from './threat-rows.ts'
import css from './threats.module.css'

type Props = Readonly<{ row: ThreatRow; asked: 'deciding' | 'editing' | null }>

/** One threat; its row selects what it is to, its decision opens the form under it. */
export function ThreatRecord({ row, asked }: Props) {
  const deciding = asked === 'deciding'
  const editable = useConnection(mayEdit)
  const { threat, label, on } = row
  const selected = useSelection((selection) => selection.ids.has(subjectIdOf(threat.on)))
  const line = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    // The row, and then the form under it: of both as much as there is room for.
    for (const row of asked === null ? [] : [line.current, line.current?.nextElementSibling])
      row?.scrollIntoView({ block: 'nearest' })
  }, [asked])
  const leave = (back: string) => () => {
    askThreats()
    requestAnimationFrame(() => line.current?.querySelector<HTMLElement>(back)?.focus())
  }
  return (
    <>
      <tr ref={line} data-open={asked !== null || undefined} data-selected={selected || undefined}>
        <td className={css.number}>{label}</td>
        <th scope="row" title={threat.title}>
          <div className={css.entry}>
            <div className={css.words}>
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
              {isOwn(threat) && <OwnWords threat={threat} />}
            </div>
            {isOwn(threat) && editable && <Actions threat={threat} label={label} />}
          </div>
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
              onClick={() => askThreats(deciding ? {} : { deciding: threat.id })}
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
      {asked !== null && editable && (
        <tr className={css.formRow}>
          <td colSpan={7}>
            {deciding ? (
              <DecisionForm threat={threat} label={label} onDone={leave('[aria-expanded]')} />
            ) : (
              <ThreatForm
                threat={threat}
                on={threat.on}
                label={`Edit ${label}`}
                onDone={leave('[aria-label^="Edit"]')}
              />
            )}
          </td>
        </tr>
      )}
    </>
  )
}

/** What a team says of a threat of its own, under its title. */
function OwnWords({ threat: { stride, description } }: { threat: Threat }) {
  const kind = stride === null ? [] : [STRIDE_WORDS[stride].label]
  return (
    <span className={css.said}>
      {['Own', ...kind].join(' · ')}
      {description !== '' && `: ${description}`}
    </span>
  )
}

function Actions({ threat: { id }, label }: Readonly<{ threat: Threat; label: string }>) {
  return (
    <span className={css.actions}>
      <ActionButton label={`Edit ${label}`} icon="edit" onClick={() => askThreats({ editing: id })} />
      <ActionButton label={`Delete ${label}`} icon="delete" onClick={() => execute(removeThreat, { id })} />
    </span>
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
