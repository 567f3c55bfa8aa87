import type { Risk } from '../../core/model/records.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { asPlannedOn } from '../../state/day-words.ts'
import { movedDayOf } from '../../state/moved-day.ts'
import { useBoard } from '../../state/board-store.ts'
import { nameOf } from '../../state/record-names.ts'
import { indexResult } from '../../state/result-index.ts'
import { Badge } from '../../ui/badge.tsx'
import { RatingMark } from '../../ui/rating-mark.tsx'
import { COVERAGE_WORDS } from '../../ui/record-words.ts'
import { RATING_WORDS } from '../../ui/words.ts'
import { AddMitigation } from './add-mitigation.tsx'
import { MitigationRow } from './component-lists.tsx'
import { showRecord } from './editing.ts'
import { ExposureRow } from './exposure-row.tsx'
import css from './inspector.module.css'
import { mitigationsOfRisk, placesOfRisk, propagationOf } from './risk-view.ts'
import { Quiet, Row, Section, ShortList } from './section.tsx'

type Props = Readonly<{ risk: Risk }>

/** In a word each: what the analysis says of a risk. */
export function RiskStatus({ risk }: Props) {
  const result = useAnalysis((analysis) => analysis.result)
  const exposures = result === null ? [] : (indexResult(result).exposuresByRisk.get(risk.id) ?? [])
  const [worst] = exposures
  if (worst === undefined) return null
  const taken = exposures.filter(({ kind }) => kind === 'taken').length
  return (
    <div className={css.status}>
      <RatingMark rating={worst.rating} word={RATING_WORDS[worst.rating].label} />
      {taken > 0 && (
        <Badge tone="taken" icon="taken">
          {taken} taken
        </Badge>
      )}
      {exposures.length > taken && (
        <Badge tone="reached" icon="reached">
          {exposures.length - taken} reached
        </Badge>
      )}
    </div>
  )
}

export function RiskExposures({ risk }: Props) {
  const result = useAnalysis((analysis) => analysis.result)
  const exposures = result === null ? [] : (indexResult(result).exposuresByRisk.get(risk.id) ?? [])
  const opens = propagationOf(risk)
  return (
    <Section title="What it exposes" count={exposures.length}>
      {exposures.length === 0 && (
        <Quiet>
          {opens === 'foothold' || opens === 'weakness'
            ? 'No critical function is taken or reached through it in this scenario.'
            : 'It opens no way itself, so nothing is exposed through it.'}
        </Quiet>
      )}
      <ShortList items={exposures} label="What it exposes">
        {(exposure) => <ExposureRow key={exposure.target} exposure={exposure} of="target" by="source" />}
      </ShortList>
    </Section>
  )
}

export function RiskMitigations({ risk }: Props) {
  const model = useBoard((board) => board.model)
  const mitigations = mitigationsOfRisk(model, risk.id)
  return (
    <Section title="Mitigations" count={mitigations.length}>
      {mitigations.length === 0 && <Quiet>None treats it yet.</Quiet>}
      <ShortList items={mitigations} label="Mitigations of this risk">
        {({ mitigation }) => <MitigationRow key={mitigation.id} mitigation={mitigation} />}
      </ShortList>
      <AddMitigation risk={risk} />
    </Section>
  )
}

export function RiskPlaces({ risk }: Props) {
  const model = useBoard((board) => board.model)
  const result = useAnalysis((analysis) => analysis.result)
  const day = useAnalysis(movedDayOf)
  const then = day === null ? '' : `${asPlannedOn(day)}: `
  const places = placesOfRisk(model, result, risk)
  const live = places.filter((place) => place.live).length
  return (
    <Section title="Where it is live" count={live}>
      {places.length === 0 && <Quiet>It applies to no component on this board.</Quiet>}
      {places.length > live && (
        <Quiet>
          Live at {live} of the {places.length} components to which it applies.
        </Quiet>
      )}
      <ShortList items={places} label="Where it applies">
        {({ component, state, live: isLive }) => (
          <Row
            key={component}
            icon="component"
            detail={state === null ? (isLive ? 'Live' : 'Not live') : `${then}${COVERAGE_WORDS[state].means}`}
            onOpen={() => showRecord('components', component)}
          >
            {nameOf(model, component)}
          </Row>
        )}
      </ShortList>
    </Section>
  )
}
