import type { Finding } from '../../analysis/checks/findings.ts'
import { sha256 } from '../../analysis/review/sha-256.ts'
import { endInWords, ratingInWords, startInWords, stepInWords, wayInInWords } from '../../analysis/words.ts'
import { checkById } from '../../catalogue/checks.ts'
import { recordIn } from '../../model/lookup.ts'
import type { Model, Waiver } from '../../model/records.ts'
import type { Rating } from '../../model/terms.ts'
import type { Told, ToldExposure } from '../told-exposures.ts'
import type { Locations, SarifLocation } from './locations.ts'
import { plainMessage } from './message.ts'

export type Level = 'error' | 'warning' | 'note'
export type SarifResult = Readonly<{ ruleId: string; level: Level } & Record<string, unknown>>

/** By rating of an exposure, and by severity of a check, which is told in the same words. */
export const LEVELS: Readonly<Record<Rating, Level>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
}

/** The rule that says of each exposure, in other words, that it is there. Exposures have results of their own, with their paths. */
const SAYS_AGAIN = 'chk-unmitigated-path'

/** Exposures, then what the checks find; what is accepted or waived is there as well, and suppressed. */
export function resultsOf(model: Model, told: Told, locations: Locations): SarifResult[] {
  const { findings, waived } = told.checks
  const waiverOn = new Map(waived.map(({ finding, waiver }) => [keyOf(finding), waiver]))
  const waiverFor = (finding: Pick<Finding, 'check' | 'records'>): Waiver | undefined =>
    recordIn(model, 'waivers', waiverOn.get(keyOf(finding)) ?? '')
  const isNews = ({ check }: Finding) => check !== SAYS_AGAIN
  return [
    ...told.exposures.map((each) => ofExposure(model, each, locations, waiverFor(saidAgain(each)))),
    ...findings.filter(isNews).map((finding) => ofFinding(finding, locations, undefined)),
    ...waived
      .filter(({ finding }) => isNews(finding))
      .map(({ finding }) => ofFinding(finding, locations, waiverFor(finding))),
  ]
}

const keyOf = ({ check, records }: Pick<Finding, 'check' | 'records'>): string =>
  JSON.stringify([check, records])

/** What the rule about exposures would name for this one. */
const saidAgain = ({ exposure: { risk, target, source } }: ToldExposure) => ({
  check: SAYS_AGAIN,
  records: source === target ? [target, risk] : [target, risk, source],
})

function ofExposure(
  model: Model,
  { exposure, why }: ToldExposure,
  locations: Locations,
  waiver: Waiver | undefined,
): SarifResult {
  const { kind, rating, hops, accepted, risk, target, path, links } = exposure
  const summary = `${why.target.name} is ${kind} through “${why.risk.title}” at ${why.source.name}.`
  const words = [summary, ratingInWords(why), startInWords(why), endInWords(why)].join(' ')
  const first = [startInWords(why), ...(why.entry === null ? [] : [wayInInWords(why.entry, why.source)])]
  const steps = [
    ...(why.entry === null ? [] : [locations.at(why.entry.from.id, wayInInWords(why.entry, why.source))]),
    locations.at(why.source.id, first[0]),
    ...why.hops.map((hop) => locations.at(hop.to.id, stepInWords(hop))),
  ]
  const acceptance = recordIn(model, 'risks', risk)
  return {
    ruleId: `exposure-${kind}`,
    kind: 'fail',
    level: LEVELS[rating],
    message: plainMessage(words),
    locations: [locations.at(target)],
    relatedLocations: numbered(
      [...links.flatMap((link, hop) => [path[hop] ?? '', link]), risk].map((id) => locations.at(id)),
    ),
    codeFlows: [
      { threadFlows: [{ locations: steps.map((location) => ({ location, importance: 'essential' })) }] },
    ],
    partialFingerprints: fingerprint('exposure', [risk, target]),
    suppressions: [
      ...(accepted
        ? [suppression(acceptance?.rationale, acceptance?.acceptedBy, acceptance?.acceptedUntil ?? null)]
        : []),
      ...(waiver === undefined ? [] : [suppression(waiver.reason, waiver.by, waiver.until)]),
    ],
    properties: { rating, hops },
  }
}

function ofFinding(
  { check, records, words }: Finding,
  locations: Locations,
  waiver: Waiver | undefined,
): SarifResult {
  const [main, ...others] = records
  return {
    ruleId: check,
    kind: 'fail',
    level: LEVELS[checkById(check)?.severity ?? 'low'],
    message: plainMessage(words),
    ...(main === undefined ? {} : { locations: [locations.at(main)] }),
    ...(others.length === 0 ? {} : { relatedLocations: numbered(others.map((id) => locations.at(id))) }),
    partialFingerprints: fingerprint(check, records),
    suppressions: waiver === undefined ? [] : [suppression(waiver.reason, waiver.by, waiver.until)],
  }
}

const numbered = (locations: readonly SarifLocation[]): SarifLocation[] =>
  locations.map((location, index) => ({ id: index + 1, ...location }))

/** Of ids alone, so that it stays the same when something is named anew, and when what was reached is taken. */
const fingerprint = (rule: string, ids: readonly string[]) => ({
  'ringfence/v1': sha256(JSON.stringify([rule, ...ids])),
})

function suppression(reason: string | undefined, by: string | undefined, until: string | null) {
  const properties = { ...(by ? { by } : {}), ...(until === null ? {} : { until }) }
  return {
    kind: 'external',
    status: 'accepted',
    ...(reason ? { justification: reason } : {}),
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
  }
}
