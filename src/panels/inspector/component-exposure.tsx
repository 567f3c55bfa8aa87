import { blastRadius } from '../../commands/blast.ts'
import { execute } from '../../commands/execute.ts'
import { ariaKeys, formatKeys } from '../../commands/keys.ts'
import type { Component } from '../../core/model/records.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { useInquiry } from '../../state/inquiry-store.ts'
import { Badge } from '../../ui/badge.tsx'
import { Icon } from '../../ui/icon.tsx'
import { standingOf } from './component-view.ts'
import { ExposureRow } from './exposure-row.tsx'
import css from './inspector.module.css'
import { Quiet, Section, ShortList } from './section.tsx'

type Props = Readonly<{ component: Component }>

/** In a word each: what the analysis says of a component. Never empty: what it says first would move all that is below. */
export function ComponentStatus({ component }: Props) {
  const { result, failed } = useAnalysis()
  if (result === null) {
    return (
      <div className={css.status}>
        <Badge>{failed === null ? 'Not analysed yet' : 'No analysis'}</Badge>
      </div>
    )
  }
  const { target, held, untrusted, exposedBy } = standingOf(result, component)
  const kind = exposedBy.some((exposure) => exposure.kind === 'taken') ? 'taken' : 'reached'
  return (
    <div className={css.status}>
      {target && <Badge>Critical function</Badge>}
      {exposedBy.length > 0 && (
        <Badge tone={kind} icon={kind}>
          {kind === 'taken' ? 'Taken' : 'Reached'}
        </Badge>
      )}
      {held && !(target && kind === 'taken' && exposedBy.length > 0) && (
        <Badge tone="taken" icon="risk">
          Held
        </Badge>
      )}
      {untrusted && <Badge tone="warning">Outside our trust</Badge>}
      {!target && !held && !untrusted && exposedBy.length === 0 && <Badge>Not held</Badge>}
    </div>
  )
}

/** Whether an attacker gets here, through what, and where it leads. */
export function ComponentExposure({ component }: Props) {
  const { result, failed } = useAnalysis()
  if (result === null) {
    return (
      <Section title="Exposure">
        <Quiet>{failed === null ? 'The analysis has not answered yet.' : `No analysis: ${failed}`}</Quiet>
      </Section>
    )
  }
  const { target, held, untrusted, exposedBy, leadsTo } = standingOf(result, component)
  return (
    <Section title="Exposure" count={exposedBy.length}>
      {exposedBy.length === 0 && <Quiet>{inWords(target, held, untrusted)}</Quiet>}
      {exposedBy.length > 0 && (
        <ShortList items={exposedBy} label="Exposures of this component">
          {(exposure) => <ExposureRow key={exposure.risk} exposure={exposure} of="risk" by="source" />}
        </ShortList>
      )}
      {leadsTo.length > 0 && (
        <>
          <Quiet>From here an attacker goes on:</Quiet>
          <ShortList items={leadsTo} label="Exposures that start here">
            {(exposure) => (
              <ExposureRow
                key={`${exposure.risk} ${exposure.target}`}
                exposure={exposure}
                of="target"
                by="risk"
              />
            )}
          </ShortList>
        </>
      )}
      <AskBlast component={component} />
    </Section>
  )
}

/** What if an attacker were here? */
function AskBlast({ component: { id } }: Props) {
  const asked = useInquiry((inquiry) => inquiry.blastOf === id)
  return (
    <div className={css.actions}>
      <button
        type="button"
        className={css.action}
        aria-pressed={asked}
        aria-keyshortcuts={ariaKeys(blastRadius.keys)}
        title={`What an attacker who held it would come to hold, take and reach (${formatKeys(blastRadius.keys)})`}
        onClick={() => execute(blastRadius)}
      >
        <Icon name={blastRadius.icon} size={14} /> {blastRadius.label}
      </button>
    </div>
  )
}

function inWords(target: boolean, held: boolean, untrusted: boolean): string {
  if (held) return 'Held: an attacker gets in here. It is not a critical function itself.'
  if (target) return 'A critical function that no recorded risk takes or reaches in this scenario.'
  if (untrusted) return 'Outside our trust: an attacker may stand here.'
  return 'Not held, and not a critical function.'
}
