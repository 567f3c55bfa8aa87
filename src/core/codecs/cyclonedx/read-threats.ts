import type {
  CommentSubject,
  Risk as OurRisk,
  RiskSubject,
  Threat as OurThreat,
} from '../../model/records.ts'
import { blankThreat } from '../blanks.ts'
import type { Document } from './document.ts'
import { type Fields, wordsForStrange } from '../kept.ts'
import { ownOf } from './own.ts'
import type { Reading, Registered } from './reading.ts'
import {
  readRisk,
  readRiskAsThreat,
  readThreat,
  riskOf,
  REGISTER_FIELDS,
  threatOf,
} from './register-elements.ts'
import type { Risk, Threat } from './schemas.ts'
import { idIn, keyOf } from '../subjects.ts'

/** A threat of the file, or a risk that is one here, and what it is to. */
export type PlannedThreat = Readonly<{
  what: 'threat' | 'risk'
  registered: Registered<'threats', Fields>
  read: (element: Fields) => Partial<OurThreat>
  refs: readonly string[]
  /** Empty where the file says of nothing that it is threatened: then it is the whole. */
  subjects: readonly CommentSubject[]
}>

export type PlannedRegister = Readonly<{
  threats: readonly PlannedThreat[]
  ownRisks: readonly Registered<'risks', Risk>[]
  /** Risks that rate threats of the file, and are kept beside them. */
  ratings: readonly Risk[]
}>

/** Gives the threats and risks their ids. */
export function registerThreats(reading: Reading) {
  const { document } = reading
  const threats = document.threats.map((threat) => reading.register('threats', threat))
  const known = new Set([...document.threats, ...document.scenarios].map((one) => one['bom-ref']))
  const ownRisks: Registered<'risks', Risk>[] = []
  const ratings: Risk[] = []
  const risks: Registered<'threats', Risk>[] = []
  for (const risk of document.risks) {
    const isRating = risk.relatedThreats?.some((ref) => known.has(ref)) === true
    if (ownOf(risk, 'risks') !== null) ownRisks.push(reading.register('risks', risk))
    else if (isRating && ownOf(risk, 'threats') === null) ratings.push(risk)
    else risks.push(reading.register('threats', risk))
  }
  return { threats, risks, ownRisks, ratings }
}

/** Says what each is to. What is not in the file gets a component that stands for it. */
export function planThreats(reading: Reading, register: ReturnType<typeof registerThreats>): PlannedRegister {
  const plan = (
    what: PlannedThreat['what'],
    registered: Registered<'threats', Fields>,
    refs: readonly string[],
    read: PlannedThreat['read'],
  ): PlannedThreat => ({
    what,
    registered,
    read,
    refs,
    subjects: subjectsOf(reading, refs, registered.own !== null),
  })
  const elsewhere = affectedElsewhere(reading.document)
  return {
    threats: [
      ...register.threats.map((threat) => {
        const affected = threat.element.affectedAssets ?? []
        const isSaid = affected.length > 0 || threat.own !== null
        const lists = isSaid ? [] : (elsewhere.get(threat.element['bom-ref']) ?? [])
        const refs = isSaid ? affected : reading.allowance.allOf(lists)
        return plan('threat', threat, refs, (element) => readThreat(element as Threat))
      }),
      ...register.risks.map((risk) =>
        plan('risk', risk, risk.element.affects ?? [], (element) => readRiskAsThreat(element as Risk)),
      ),
    ],
    ownRisks: register.ownRisks,
    ratings: register.ratings,
  }
}

/** Where scenarios and trust boundaries say a threat is realised, for threats that say nothing of it themselves. */
function affectedElsewhere({
  scenarios,
  trustBoundaries,
}: Document): ReadonlyMap<string, readonly (readonly string[])[]> {
  const found = new Map<string, (readonly string[])[]>()
  const note = (threats: readonly string[], refs: readonly string[]) => {
    for (const threat of threats) {
      const known = found.get(threat)
      if (known === undefined) found.set(threat, [refs])
      else known.push(refs)
    }
  }
  for (const { threats, affectedAssets } of scenarios) note(threats, affectedAssets ?? [])
  for (const { boundary, threatsAtBoundary } of trustBoundaries) note(threatsAtBoundary ?? [], [boundary])
  return found
}

/** Names of the first few, as long as they are many, since each may be said of each threat. */
function namesOf(refs: readonly string[], places: Reading['places']): string {
  const left = refs.length - MOST_NAMED
  const named = refs.slice(0, MOST_NAMED).map((ref) => places.nameOf(ref))
  return left > 0 ? `${named.join(', ')} and ${left} more` : named.join(', ')
}

const MOST_NAMED = 20

/** What the references are on the board. `isOwn`: of an element of ours, what is not there was deleted, and nothing stands for it. */
export function subjectsOf(
  reading: Reading,
  refs: readonly string[],
  isOwn: boolean,
): readonly CommentSubject[] {
  if (!isOwn) for (const ref of refs) if (reading.places.at(ref).length === 0) reading.places.standFor(ref)
  return reading.places.allAt(refs)
}

/** Adds the threats. `whole`: the segment that stands for all, for those that are to nothing in particular. */
export function readThreats(
  reading: Reading,
  planned: readonly PlannedThreat[],
  whole: string | null,
): Readonly<{ lastThreat: number }> {
  const { draft, places } = reading
  const given = planned.map(({ registered }) => registered.own?.number ?? 0)
  let last = given.reduce((a, b) => Math.max(a, b), reading.board?.meta.lastThreat ?? 0)
  for (const { what, registered, read, refs, subjects } of planned) {
    const { element, id, own } = registered
    const ref = String(element['bom-ref'])
    const on = subjectFor(own, subjects, whole)
    if (on === null) continue
    const blank: OurThreat = own ?? blankThreat(id, on, ++last)
    const { record, words } = reading.settle(
      registered,
      blank,
      (mine) => ({ ...read(threatOf(mine, ref, reading.refOf(idIn(mine.on)))), on: mine.on }),
      { ...read(element), on },
    )
    const expected = own === null ? on : own.on
    const others = subjects.filter((one) => keyOf(one) !== keyOf(on) && keyOf(one) !== keyOf(expected))
    const standIns = [...new Set(refs)].filter((one) => places.isStandIn(one))
    const isAdded = reading.add('threats', record, what, ref, [
      ...words,
      ...(what === 'risk' && own === null
        ? ['a threat here: a risk of another tool says nothing of a vendor']
        : []),
      ...(subjects.length === 0 && own === null ? ['names no asset: it is to the whole'] : []),
      ...(others.length === 0 ? [] : [`to ${others.length + 1} assets: a threat to each`]),
      ...(standIns.length === 0
        ? []
        : [`a component stands for what is no asset of this file: ${namesOf(standIns, places)}`]),
      ...wordsForStrange(element, REGISTER_FIELDS[what === 'risk' ? 'risks' : 'threats']),
    ])
    if (!isAdded) continue
    for (const other of others) {
      const { title, description, stride } = record
      const copy = { ...blankThreat(draft.fresh(`${id}-2`), other, ++last), title, description, stride }
      draft.add('threats', copy, what, ref)
    }
  }
  return { lastThreat: last }
}

function subjectFor(
  own: OurThreat | null,
  subjects: readonly CommentSubject[],
  whole: string | null,
): CommentSubject | null {
  if (own !== null) {
    const isThere = subjects.some((one) => keyOf(one) === keyOf(own.on))
    return isThere ? own.on : (subjects[0] ?? own.on)
  }
  return subjects[0] ?? (whole === null ? null : { segment: whole })
}

/** Adds the vendor risks: those that carry a record of ours, and no others. */
export function readOwnRisks(reading: Reading, risks: readonly Registered<'risks', Risk>[]): void {
  for (const risk of risks) {
    const { element, own } = risk
    if (own === null) continue
    const { record, words } = reading.settle(
      risk,
      own,
      (mine) => ({ ...readRisk(riskOf(mine, element['bom-ref'], [], []) as Risk), on: mine.on }),
      { ...readRisk(element), on: affectedBy(own, reading.places.allAt(element.affects ?? [])) },
    )
    const strange = wordsForStrange(element, REGISTER_FIELDS.risks)
    reading.add('risks', record, 'risk', element['bom-ref'], [...words, ...strange])
  }
}

/** What a risk is on: another component, if that is what the file names; that of a vendor stays the vendor's. */
function affectedBy({ on }: OurRisk, subjects: readonly CommentSubject[]): RiskSubject {
  if (!('component' in on) || subjects.some((one) => keyOf(one) === keyOf(on))) return on
  const other = subjects.find((one) => 'component' in one)
  return other === undefined ? on : { component: idIn(other) }
}
