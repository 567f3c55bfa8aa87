import { defaultCriticality } from '../../../catalogue/defaults.ts'
import { emptyModel, type Model, type Policy } from '../../../model/records.ts'
import { PLANES } from '../../../model/terms.ts'
import { PLANE_NAMES } from '../../../paint/labels.ts'
import { type Block, warning } from '../document.ts'
import type { Grounds } from '../grounds.ts'
import { figure, SCENARIO_WORDS, some } from '../words.ts'
import { acceptedRisks } from './accepted-risks.ts'
import { usedEntries } from './catalogue-entries.ts'
import { standingsOf } from './standings.ts'

const DEFAULT = emptyModel().meta.policy

/** What about the way in which the board is judged a reader has to know before any figure. */
export function settings({ model, tooLarge }: Grounds): Block[] {
  const { policy } = model.meta
  const { scenario } = policy
  return [
    ...(tooLarge === ''
      ? []
      : [
          warning(
            { text: 'Not analysed. ', as: 'strong' },
            `${tooLarge} Exposures and coverage are not in this report.`,
          ),
        ]),
    ...(scenario === DEFAULT.scenario
      ? []
      : [warning({ text: `Scenario “${scenario}”: `, as: 'strong' }, `${SCENARIO_WORDS[scenario]}.`)]),
    ...changedPolicy(policy),
  ]
}

function changedPolicy({ planes, access }: Policy): Block[] {
  const changes = PLANES.filter((plane) => planes[plane] !== DEFAULT.planes[plane]).map(
    (plane) =>
      `links of the ${PLANE_NAMES[plane].toLowerCase()} plane are taken to carry ${inNoun(planes[plane])} instead of ${inNoun(DEFAULT.planes[plane])}`,
  )
  if (access !== DEFAULT.access)
    changes.push('being able to talk to a component is taken to let an attacker in, always')
  return changes.length === 0
    ? []
    : [
        warning(
          { text: 'The board’s own policy differs from the default: ', as: 'strong' },
          `${changes.join('; ')}.`,
        ),
      ]
}

const inNoun = (carries: Policy['planes']['user']): string => (carries === 'none' ? 'nothing' : carries)

/** Sentences about what is missing, set aside or merely decided, each only where it applies. */
export function caveats(grounds: Grounds): string[] {
  const { model, analysed, setAside } = grounds
  const told = (count: number, sentence: (count: number) => string): string[] =>
    count === 0 ? [] : [sentence(count)]
  const accepted = analysed?.result.counts.accepted ?? 0
  return [
    'Exposure is found from what is recorded. A risk that nobody has recorded, a link that nobody has drawn and a weakness that nobody has found are not in it.',
    ...unjudged(grounds),
    ...told(
      accepted,
      (count) =>
        `${some(count, 'exposure')} ${count === 1 ? 'is' : 'are'} of accepted risks. Accepted is not treated: they stay in every figure.`,
    ),
    ...told(acceptedRisks(grounds).filter(({ lapsed }) => lapsed).length, (count) =>
      count === 1
        ? 'One acceptance has lapsed; its risk is open again.'
        : `${figure(count)} acceptances have lapsed; their risks are open again.`,
    ),
    ...told(
      endedWithoutReason(model),
      (count) =>
        `${some(count, 'risk')} ${count === 1 ? 'is' : 'are'} closed or not applicable without a recorded reason, and not analysed all the same.`,
    ),
    ...told(
      standingsOf(grounds).filter(({ state }) => state === 'changed').length,
      (count) => `${some(count, 'sign-off')} ${count === 1 ? 'is' : 'are'} no longer of what was signed.`,
    ),
    ...told(
      without(model, 'vendor'),
      (count) =>
        `${some(count, 'component')} ${has(count)} no recorded vendor, so that no risk on a vendor or product applies there.`,
    ),
    ...told(
      without(model, 'function'),
      (count) =>
        `${some(count, 'component')} ${has(count)} no network function of the catalogue: what the catalogue knows of functions does not apply there.`,
    ),
    ...told(
      usedEntries(grounds).filter(({ verified }) => verified !== 'Yes').length,
      (count) =>
        `${some(count, 'entry', 'entries')} of the catalogue in use here ${count === 1 ? 'has' : 'have'} not been verified against the source${grounds.has('method') ? '; they are marked in the last part of “Method and sources”' : ''}.`,
    ),
    ...told(
      setAside.length,
      (count) =>
        `${some(count, 'entry', 'entries')} of the board could not be taken as they stand${grounds.has('set-aside') ? ' and are listed under “Set aside”' : ''}.`,
    ),
  ]
}

function unjudged({ model, analysed }: Grounds): string[] {
  if (analysed === null) return []
  const { targets } = analysed.result
  if (targets.length === 0)
    return ['No component is critical, so that there is nothing for an exposure to end at.']
  const spreads = analysed.examined.compiled.risks.some(
    ({ propagation }) => propagation === 'foothold' || propagation === 'weakness',
  )
  if (!spreads)
    return ['No risk is recorded that would let an attacker in, so that nothing can be found exposed.']
  const lowered = model.components.filter(
    ({ criticality, function: fn }) =>
      defaultCriticality(fn) === 'critical' && criticality !== null && criticality !== 'critical',
  ).length
  return lowered === 0
    ? []
    : [
        `${some(lowered, 'component')} ${has(lowered)} a function that the catalogue calls critical and ${lowered === 1 ? 'is' : 'are'} marked as less on the board: no exposure ends there.`,
      ]
}

const endedWithoutReason = ({ risks }: Model): number =>
  risks.filter(
    ({ status, rationale }) =>
      (status === 'closed' || status === 'not-applicable') && rationale.trim() === '',
  ).length

const without = ({ components }: Model, field: 'vendor' | 'function'): number =>
  components.filter((component) => component[field] === null).length

const has = (count: number): string => (count === 1 ? 'has' : 'have')
