import type { Command } from '../../commands/command.ts'
import { execute } from '../../commands/execute.ts'
import { askForThreat, suggestThreats } from '../../commands/threats.ts'
import type { CommentSubject, Threat } from '../../core/model/records.ts'
import { isSameSubject, subjectIdOf, threatLabels } from '../../core/model/threats.ts'
import { useBoard } from '../../state/board-store.ts'
import { select, useSelection } from '../../state/selection-store.ts'
import { askThreats } from '../../state/threat-store.ts'
import { Badge } from '../../ui/badge.tsx'
import { Icon } from '../../ui/icon.tsx'
import { THREAT_DECISION_WORDS } from '../../ui/record-words.ts'
import { useReadOnly } from './editing.ts'
import css from './inspector.module.css'
import { Quiet, Row, Section, ShortList } from './section.tsx'

/** What is recorded as a threat to one element, undecided ones first, and the way to more. */
export function Threats({ on }: { on: CommentSubject }) {
  const readOnly = useReadOnly()
  const all = useBoard((board) => board.model.threats)
  const here = all.filter((threat) => isSameSubject(threat.on, on)).toSorted(byDecision)
  const labels = threatLabels(all)
  const ask = (command: Command) => {
    // Commands ask about what is selected; from a list, something else may be.
    if (!useSelection.getState().ids.has(subjectIdOf(on))) select([subjectIdOf(on)])
    execute(command)
  }
  return (
    <Section title="Threats" count={here.length}>
      {here.length === 0 && <Quiet>None recorded.</Quiet>}
      <ShortList items={here} label="Threats">
        {(threat) => (
          <Row
            key={threat.id}
            icon="threat"
            detail={reasonOf(threat)}
            marks={<Badge>{THREAT_DECISION_WORDS[threat.decision].label}</Badge>}
            onOpen={() => askThreats({ deciding: threat.id })}
          >
            {labels.get(threat.id)} {threat.title}
          </Row>
        )}
      </ShortList>
      {!readOnly && (
        <div className={css.actions}>
          {[suggestThreats, askForThreat].map((command) => (
            <button key={command.id} type="button" className={css.action} onClick={() => ask(command)}>
              <Icon name={command.icon} size={14} /> {command.label}
            </button>
          ))}
        </div>
      )}
    </Section>
  )
}

const ORDER = Object.keys(THREAT_DECISION_WORDS)

const byDecision = (a: Threat, b: Threat): number =>
  ORDER.indexOf(a.decision) - ORDER.indexOf(b.decision) || a.number - b.number

function reasonOf({ decision, rationale, description }: Threat): string {
  if (rationale !== '') return rationale
  if (decision === 'open' && description !== '') return description
  return decision === 'open' ? THREAT_DECISION_WORDS.open.means : 'No reason given'
}
