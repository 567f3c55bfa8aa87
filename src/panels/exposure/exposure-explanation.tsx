import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { focusExposure } from '../../commands/exposure.ts'
import { execute, getHost } from '../../commands/execute.ts'
import { lookAtHop, showPath } from '../../commands/hops.ts'
import { askForSignOff } from '../../commands/reviews.ts'
import type { Explanation, HopExplanation, MitigationNote } from '../../core/analysis/explanation.ts'
import {
  endInWords,
  explanationInWords,
  ratingInWords,
  startInWords,
  stepInWords,
  wayInInWords,
} from '../../core/analysis/words.ts'
import { riskById } from '../../core/catalogue/risks.ts'
import { isVerified } from '../../core/catalogue/verified.ts'
import { useBoard } from '../../state/board-store.ts'
import { mayEdit, useConnection } from '../../state/connection-store.ts'
import { select } from '../../state/selection-store.ts'
import { useSpotlight } from '../../state/spotlight-store.ts'
import { setView } from '../../state/view-store.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Icon } from '../../ui/icon.tsx'
import { RatingMark } from '../../ui/rating-mark.tsx'
import { CARRIES_WORDS, MITIGATION_STATUS_WORDS } from '../../ui/record-words.ts'
import { EXPOSURE_WORDS, PLANE_WORDS, RATING_WORDS } from '../../ui/words.ts'
import { Bearing } from './bearing.tsx'
import { late } from '../../ui/late.ts'
import classes from './exposure-explanation.module.css'
import { HopControls } from './hop-controls.tsx'
import { cutOf, removalOf } from './proposals.ts'

const MorePaths = late(async () => ({ default: (await import('./more-paths.tsx')).MorePaths }))

/** Why one exposure is there, in the order in which an attacker would go, and at each place what would end it. */
export function ExposureExplanation({ explanation }: { explanation: Explanation }) {
  const { exposure, risk, target, source, entry, hops, scenario } = explanation
  const model = useBoard((board) => board.model)
  const { kind, rating, accepted } = exposure
  const isOther = useSpotlight((spotlight) => spotlight.path !== null)
  const editable = useConnection(mayEdit)
  const [listed, setListed] = useState(false)
  const copy = async () => {
    const host = getHost()
    const rated = ratingInWords(explanation)
    const lines = explanationInWords(explanation).filter((line) => !isOther || line !== rated)
    await host?.writeClipboard(lines.join('\n'))
    host?.notify('Explanation copied')
  }
  return (
    <section className={classes.pane} aria-label="Why it is exposed">
      <header className={classes.head}>
        <div className={classes.line}>
          <h2 className={classes.title} title={`${risk.title} › ${target.name}`}>
            <span className={classes.risk}>{risk.title}</span>
            <Icon name="right" size={13} />
            <span className={classes.target}>{target.name}</span>
          </h2>
          {editable && (
            <ActionButton
              label="Sign off this exposure…"
              icon="accepted"
              onClick={() =>
                execute(askForSignOff, { scope: { risk: exposure.risk, target: exposure.target } })
              }
            />
          )}
          <ActionButton label="Copy the explanation" icon="copy" onClick={() => void copy()} />
          <ActionButton
            label="Show all exposures"
            icon="close"
            keys="Esc"
            ariaKeys="Escape"
            onClick={() => execute(focusExposure, null)}
          />
        </div>
        <div className={classes.line}>
          <span className={classes.marks}>
            <Badge tone={kind} icon={kind} title={EXPOSURE_WORDS[kind].means}>
              {EXPOSURE_WORDS[kind].label.toLowerCase()}
            </Badge>
            <RatingMark rating={rating} word={RATING_WORDS[rating].label} />
            {accepted && <Badge icon="accepted">accepted</Badge>}
          </span>
          {hops.length > 0 && <HopControls hops={hops.length} />}
          <button
            type="button"
            className={classes.toggle}
            aria-expanded={listed}
            onClick={() => setListed(!listed)}
          >
            More paths <Icon name={listed ? 'up' : 'down'} size={13} />
          </button>
        </div>
      </header>
      {listed && (
        <Suspense>
          <MorePaths risk={exposure.risk} target={exposure.target} />
        </Suspense>
      )}
      {isOther && (
        <p className={classes.other}>
          Another path than the shown one.{' '}
          <button type="button" className={classes.fact} onClick={() => execute(showPath, null)}>
            Back to the shown path
          </button>
        </p>
      )}
      <ol className={classes.steps}>
        <Step mark="risk">
          <p>{startInWords(explanation)}</p>
          <Facts>
            <Fact icon="component" label={source.name} onClick={() => pick(source.id)} />
            <Fact icon="risk" label="Open the risk" onClick={() => inspect(risk.id)} />
          </Facts>
          {risk.category !== null && <Category {...risk.category} />}
          <InPlace notes={risk.present} short="does not remove it here" />
          <Bearing
            pending={risk.pending}
            options={risk.options}
            purpose="remove the risk"
            scenario={scenario}
            propose={(option) => removalOf(model, risk.id, option)}
          />
        </Step>
        {entry !== null && (
          <Step mark="reached">
            <p>{wayInInWords(entry, source)}</p>
            <Bearing
              pending={entry.pending}
              options={[]}
              purpose="cut this way in"
              scenario={scenario}
              propose={() => null}
            />
          </Step>
        )}
        {entry === null && isOther && risk.propagation === 'weakness' && (
          <Step mark="reached">
            <p className={classes.quiet}>
              {source.name} can be entered, too; how is said where an exposure is shown from there.
            </p>
          </Step>
        )}
        {hops.map((hop, index) => (
          <Hop key={hop.link.id} hop={hop} index={index} explanation={explanation} />
        ))}
        <Step mark={kind} end>
          <p className={classes.end}>{endInWords(explanation)}</p>
          <p className={classes.quiet}>
            {isOther ? 'Rated by the shown path, not by this one.' : ratingInWords(explanation)}
          </p>
        </Step>
      </ol>
    </section>
  )
}

function Hop(props: { hop: HopExplanation; index: number; explanation: Explanation }) {
  const { hop, index, explanation } = props
  const looked = useSpotlight((spotlight) => spotlight.hop === index)
  const model = useBoard((board) => board.model)
  const { risk, scenario } = explanation
  const { link, direction, plane, carries, reason } = hop
  return (
    <Step
      mark={reason === 'door' ? 'reached' : 'taken'}
      dashed={reason === 'door'}
      hop={{
        label: `Look at hop ${index + 1}: ${hop.from.name} to ${hop.to.name}`,
        looked,
        onLook: () => execute(lookAtHop, looked ? null : index),
      }}
    >
      <p>{stepInWords(hop)}</p>
      <Facts>
        <Fact icon="link" label={hop.interface ?? link.name} onClick={() => pick(link.id)} />
        <span>{PLANE_WORDS[plane].label.toLowerCase()} plane</span>
        <span>{direction === 'along' ? 'from the controlling end' : 'back from the controlled end'}</span>
        <span title={CARRIES_WORDS[carries].means}>{CARRIES_WORDS[carries].label.toLowerCase()}</span>
      </Facts>
      {hop.weaknesses.map((weakness) => (
        <Bearing
          key={weakness.risk}
          pending={weakness.pending}
          options={weakness.options}
          purpose={`remove “${weakness.title}”`}
          scenario={scenario}
          propose={(option) => removalOf(model, weakness.risk, option)}
        />
      ))}
      <InPlace notes={hop.present} short="does not stop this step" />
      <Bearing
        pending={hop.pending}
        options={hop.options}
        purpose="cut this step"
        scenario={scenario}
        propose={(option) => cutOf(risk.id, hop, option)}
      />
    </Step>
  )
}

type StepProps = Readonly<{
  mark: 'risk' | 'taken' | 'reached'
  end?: boolean
  dashed?: boolean
  /** Where the step is a hop that can be looked at alone. */
  hop?: Readonly<{ label: string; looked: boolean; onLook: () => void }>
  children: ReactNode
}>

function Step({ mark, end = false, dashed = false, hop, children }: StepProps) {
  const item = useRef<HTMLLIElement>(null)
  const looked = hop?.looked === true
  useEffect(() => {
    if (looked) item.current?.scrollIntoView({ block: 'nearest' })
  }, [looked])
  return (
    <li
      ref={item}
      className={classes.step}
      data-mark={mark}
      data-end={end || undefined}
      data-dashed={dashed || undefined}
      data-looked={looked || undefined}
      aria-current={looked ? 'step' : undefined}
    >
      {hop === undefined ? (
        <span className={classes.dot}>
          <Icon name={mark} size={13} />
        </span>
      ) : (
        <button
          type="button"
          className={classes.dot}
          aria-label={hop.label}
          aria-pressed={looked}
          title={hop.label}
          onClick={hop.onLook}
        >
          <Icon name={mark} size={13} />
        </button>
      )}
      <div className={classes.body}>{children}</div>
    </li>
  )
}

const Facts = ({ children }: { children: ReactNode }) => <div className={classes.facts}>{children}</div>

function Fact({ icon, label, onClick }: { icon: string; label: string; onClick: () => void }) {
  return (
    <button type="button" className={classes.fact} onClick={onClick}>
      <Icon name={icon} size={13} />
      {label}
    </button>
  )
}

/** What the catalogue says of the kind of risk, and where it has that from. */
function Category({ id, title, description }: Readonly<{ id: string; title: string; description: string }>) {
  const category = riskById(id)
  return (
    <details className={classes.details}>
      <summary>About “{title}”</summary>
      <p>{description}</p>
      {category !== null && category.source !== '' && (
        <p className={classes.quiet}>
          Source: {category.source}
          {!isVerified(category) && ' (not verified against the source)'}
        </p>
      )}
    </details>
  )
}

/** Mitigations that count and yet do not end this. */
function InPlace({ notes, short }: { notes: readonly MitigationNote[]; short: string }) {
  return notes.map(({ id, title, status }) => (
    <p key={id} className={classes.quiet}>
      <button type="button" className={classes.name} onClick={() => inspect(id)}>
        {title}
      </button>{' '}
      is {MITIGATION_STATUS_WORDS[status].label.toLowerCase()} and {short}.
    </p>
  ))
}

function pick(id: string): void {
  select([id])
  setView({ inspected: null })
}

const inspect = (id: string): void => setView({ inspected: id, right: true })
