import { defaultEffect } from '../../core/catalogue/defaults.ts'
import type { Component, Mitigation } from '../../core/model/records.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { useBoard } from '../../state/board-store.ts'
import { onDay } from '../../state/day-words.ts'
import { movedDayOf } from '../../state/moved-day.ts'
import { linkName, nameOf } from '../../state/record-names.ts'
import { Badge } from '../../ui/badge.tsx'
import { RatingMark } from '../../ui/rating-mark.tsx'
import { COVERAGE_WORDS, MITIGATION_STATUS_WORDS, PROPAGATION_WORDS } from '../../ui/record-words.ts'
import { RATING_WORDS } from '../../ui/words.ts'
import { linksOfComponent, type RiskHere, risksAtComponent } from './component-view.ts'
import { coveredBy } from './cover-view.ts'
import { showRecord } from './editing.ts'
import { whatItCuts } from './mitigation-view.ts'
import { RecordRisk } from './record-risk.tsx'
import { subjectsOfComponent } from './risk-view.ts'
import { Quiet, Row, Section, ShortList } from './section.tsx'

type Props = Readonly<{ component: Component }>

const THROUGH = { component: 'this component', product: 'its product', vendor: 'its vendor' } as const

export function ComponentRisks({ component }: Props) {
  const model = useBoard((board) => board.model)
  const result = useAnalysis((analysis) => analysis.result)
  const day = useAnalysis(movedDayOf)
  const here = risksAtComponent(model, result, component)
  return (
    <Section title="Risks here" count={here.length}>
      {here.length === 0 && <Quiet>No risk is recorded on it, its product or its vendor.</Quiet>}
      <ShortList items={here} label="Risks here">
        {(item) => (
          <Row
            key={item.risk.id}
            icon="risk"
            detail={`${onDay(stateInWords(item), day)} · on ${THROUGH[item.because]}`}
            marks={
              item.worst === null ? undefined : (
                <RatingMark rating={item.worst.rating} word={RATING_WORDS[item.worst.rating].label} />
              )
            }
            onOpen={() => showRecord('risks', item.risk.id)}
          >
            {item.risk.title}
          </Row>
        )}
      </ShortList>
      <RecordRisk subjects={subjectsOfComponent(model, component)} />
    </Section>
  )
}

const stateInWords = ({ state, propagation }: RiskHere): string =>
  state === null ? PROPAGATION_WORDS[propagation].label : COVERAGE_WORDS[state].label

const COVERED_BY = {
  component: 'on this component',
  vendor: 'on its vendor',
  segment: 'on its segment',
  everything: 'on everything',
} as const

export function ComponentMitigations({ component }: Props) {
  const model = useBoard((board) => board.model)
  const here = model.mitigations.flatMap((mitigation) => {
    const by = coveredBy(model, mitigation, component)
    return by === null ? [] : [{ mitigation, by }]
  })
  if (here.length === 0) return null
  return (
    <Section title="Mitigations that cover it" count={here.length}>
      <ShortList items={here} label="Mitigations that cover it">
        {({ mitigation, by }) => (
          <MitigationRow key={mitigation.id} mitigation={mitigation} also={COVERED_BY[by]} />
        )}
      </ShortList>
    </Section>
  )
}

/** A mitigation in a list: what it does, where, and its status. */
export function MitigationRow({ mitigation, also }: Readonly<{ mitigation: Mitigation; also?: string }>) {
  const { id, title, control, effect, status } = mitigation
  const does = whatItCuts(effect ?? defaultEffect(control))
  return (
    <Row
      icon="mitigation"
      detail={also === undefined ? does : `${does} · ${also}`}
      marks={<Badge>{MITIGATION_STATUS_WORDS[status].label}</Badge>}
      onOpen={() => showRecord('mitigations', id)}
    >
      {title}
    </Row>
  )
}

export function ComponentLinks({ component }: Props) {
  const model = useBoard((board) => board.model)
  const links = linksOfComponent(model, component.id)
  return (
    <Section title="Links" count={links.length}>
      {links.length === 0 && <Quiet>Not connected yet.</Quiet>}
      <ShortList items={links} label="Links">
        {({ link, other, controls }) => (
          <Row
            key={link.id}
            icon="link"
            detail={controls ? 'this is the controlling end' : 'the other is the controlling end'}
            onOpen={() => showRecord('links', link.id)}
          >
            {linkName(link)} {controls ? '→' : '←'} {nameOf(model, other)}
          </Row>
        )}
      </ShortList>
    </Section>
  )
}
