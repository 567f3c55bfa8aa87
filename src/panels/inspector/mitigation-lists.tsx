import { defaultEffect } from '../../core/catalogue/defaults.ts'
import type { Kind, Mitigation, MitigationSubject } from '../../core/model/records.ts'
import { useBoard } from '../../state/board-store.ts'
import { mitigationSubjectName, nameOf, riskSubjectName } from '../../state/record-names.ts'
import { AddPicker } from '../../ui/field-picker.tsx'
import { Icon } from '../../ui/icon.tsx'
import { RISK_STATUS_WORDS } from '../../ui/record-words.ts'
import { coverChoices, EVERYTHING, subjectKey, subjectOfKey } from './cover-view.ts'
import { change, showRecord, useReadOnly } from './editing.ts'
import css from './inspector.module.css'
import { countsNow, emptyCoverWarning, emptyTreatsWarning, sentence, whatItCuts } from './mitigation-view.ts'
import { Row, Section, ShortList } from './section.tsx'

type Props = Readonly<{ mitigation: Mitigation }>

const effectOf = ({ effect, control }: Mitigation) => effect ?? defaultEffect(control)

/** Whether the mitigation counts now, and what it then does. */
export function MitigationVerdict({ mitigation }: Props) {
  const scenario = useBoard((board) => board.model.meta.policy.scenario)
  const { counts, says } = countsNow(mitigation.status, scenario)
  return (
    <div className={css.verdict} data-tone={counts ? 'good' : undefined}>
      <Icon name={counts ? 'check' : 'close'} size={15} />
      <p>
        <strong>{says}</strong> {sentence(whatItCuts(effectOf(mitigation)))}.
      </p>
    </div>
  )
}

export function MitigationTreats({ mitigation }: Props) {
  const readOnly = useReadOnly()
  const model = useBoard((board) => board.model)
  const { id, title, treats } = mitigation
  const set = (next: readonly string[], label: string) => change('mitigations', id, { treats: next }, label)
  return (
    <Section title="Treats" count={treats.length}>
      <Warning says={emptyTreatsWarning(mitigation, effectOf(mitigation))} />
      <ShortList items={treats} label="Risks that it treats">
        {(risk) => (
          <Row
            key={risk}
            icon="risk"
            onOpen={() => showRecord('risks', risk)}
            remove={
              readOnly
                ? null
                : {
                    label: `No longer treat ${nameOf(model, risk)}`,
                    onRemove: () =>
                      set(
                        treats.filter((each) => each !== risk),
                        `Take ${nameOf(model, risk)} from ${title}`,
                      ),
                  }
            }
          >
            {nameOf(model, risk)}
          </Row>
        )}
      </ShortList>
      <AddPicker
        label="Add a risk that it treats"
        placeholder="Add a risk"
        readOnly={readOnly}
        find={(query) => {
          const words = query.toLowerCase().split(/\s+/)
          const options = model.risks.flatMap((risk) => {
            const subject = riskSubjectName(model, risk.on)
            const text = `${risk.title} ${subject}`.toLowerCase()
            if (treats.includes(risk.id) || !words.every((word) => text.includes(word))) return []
            return [
              {
                value: risk.id,
                label: risk.title,
                detail: `${RISK_STATUS_WORDS[risk.status].label} · ${subject}`,
              },
            ]
          })
          return options.length === 0 ? [] : [{ label: null, options }]
        }}
        onPick={(risk) => set([...treats, risk], `Treat ${nameOf(model, risk)} by ${title}`)}
      />
    </Section>
  )
}

export function MitigationCovers({ mitigation }: Props) {
  const readOnly = useReadOnly()
  const model = useBoard((board) => board.model)
  const { id, title, on } = mitigation
  const set = (next: readonly MitigationSubject[], label: string) =>
    change('mitigations', id, { on: next }, label)
  const last = on.length === 1
  return (
    <Section title="Covers" count={on.length}>
      <Warning says={emptyCoverWarning(mitigation, effectOf(mitigation))} />
      <ShortList items={on} label="What it covers">
        {(subject) => {
          const name = mitigationSubjectName(model, subject)
          const { kind, icon, id: covered } = placeOf(subject)
          return (
            <Row
              key={subjectKey(subject)}
              icon={icon}
              onOpen={() => showRecord(kind, covered)}
              remove={
                // An empty list would cover everything, so the last entry only gives way to another.
                readOnly || last
                  ? null
                  : {
                      label: `No longer cover ${name}`,
                      onRemove: () =>
                        set(
                          on.filter((each) => each !== subject),
                          `Take ${name} from ${title}`,
                        ),
                    }
              }
            >
              {name}
            </Row>
          )
        }}
      </ShortList>
      <AddPicker
        label="Add what it covers"
        placeholder="Add a component, link, segment or vendor"
        readOnly={readOnly}
        find={(query) => coverChoices(model, mitigation, query)}
        onPick={(value) => {
          if (value === EVERYTHING) return set([], `Let ${title} cover everything`)
          const subject = subjectOfKey(value)
          set([...on, subject], `Cover ${mitigationSubjectName(model, subject)} by ${title}`)
        }}
      />
      {last && !readOnly && (
        <p className={css.quiet}>To replace it, add another first: an empty list covers everything.</p>
      )}
    </Section>
  )
}

function Warning({ says }: { says: string | null }) {
  if (says === null) return null
  return (
    <div className={css.warning}>
      <Icon name="warning" size={14} />
      <span>{says}</span>
    </div>
  )
}

function placeOf(subject: MitigationSubject): { kind: Kind; icon: string; id: string } {
  if ('component' in subject) return { kind: 'components', icon: 'component', id: subject.component }
  if ('link' in subject) return { kind: 'links', icon: 'link', id: subject.link }
  if ('segment' in subject) return { kind: 'segments', icon: 'segment', id: subject.segment }
  return { kind: 'vendors', icon: 'vendor', id: subject.vendor }
}
