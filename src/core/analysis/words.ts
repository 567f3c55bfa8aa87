import type { Effect, MitigationStatus, Plane, Scenario } from '../model/terms.ts'
import type {
  ControlOption,
  EntryExplanation,
  Explanation,
  HopExplanation,
  MitigationNote,
  Named,
  OpenWeakness,
} from './explanation.ts'

/** An explanation as plain sentences, one for each fact, in the order in which an attacker would go. */
export function explanationInWords(explanation: Explanation): string[] {
  const { risk, entry, hops, scenario } = explanation
  const told = new Set(risk.present.map(({ id }) => id))
  return [
    startInWords(explanation),
    ...(risk.category === null ? [] : [risk.category.description]),
    ...(entry === null ? [] : entryInWords(entry, explanation)),
    ...hops.flatMap((hop) => hopInWords(hop, scenario, told)),
    endInWords(explanation),
    ratingInWords(explanation),
    ...risk.present.map(shortfallInWords),
    ...risk.pending.map(
      (note) =>
        `${quote(note.title)} would remove the risk at ${explanation.source.name}, but ${whyNot(note.status, scenario)}.`,
    ),
    ...offer('remove the risk', risk.options),
  ]
}

/** Which risk at whose product. */
export const startInWords = (explanation: Explanation): string =>
  `${quote(explanation.risk.title)} is ${statusInWords(explanation)} at ${sourceInWords(explanation)}.`

/** What comes of it at the target. */
export const endInWords = ({ exposure, target }: Explanation): string =>
  exposure.kind === 'taken'
    ? `So ${target.name} is taken: an attacker gets in.`
    : `So ${target.name} is reached: an attacker stands at its door, and no known weakness lets him in.`

export const ratingInWords = ({ exposure, risk }: Explanation): string =>
  `Rated ${exposure.rating}: likelihood ${risk.likelihood} of 5, impact ${risk.impact} of 5.`

const quote = (title: string): string => `“${title}”`

function statusInWords({ risk, exposure }: Explanation): string {
  if (!exposure.accepted)
    return risk.status === 'accepted' ? `open, its acceptance having ended on ${risk.acceptedUntil}` : 'open'
  return risk.acceptedUntil === null ? 'accepted without end' : `accepted until ${risk.acceptedUntil}`
}

function sourceInWords({ source, vendor, product }: Explanation): string {
  if (product !== null && product !== '')
    return `${source.name} (${product}${vendor === null ? '' : ` by ${vendor.name}`})`
  return vendor === null ? source.name : `${source.name}, a product of ${vendor.name}`
}

/** How the source of a weakness is entered in the first place. */
export function wayInInWords({ from, link, standing }: EntryExplanation, source: Named): string {
  const because =
    standing === 'held' ? 'which the attacker holds already' : 'which lies outside the operator’s trust'
  return `${source.name} can be entered over ${link.name} from ${from.name}, ${because}.`
}

function entryInWords(entry: EntryExplanation, { source, scenario }: Explanation): string[] {
  return [
    wayInInWords(entry, source),
    ...entry.pending.map(
      (note) => `${quote(note.title)} would cut this way in, but ${whyNot(note.status, scenario)}.`,
    ),
  ]
}

/** `told` holds the mitigations already spoken of, and gets those told here. */
function hopInWords(hop: HopExplanation, scenario: Scenario, told: Set<string>): string[] {
  const fresh = hop.present.filter(({ id }) => !told.has(id))
  for (const { id } of fresh) told.add(id)
  return [
    stepInWords(hop),
    ...hop.weaknesses.flatMap((weakness) => weaknessInWords(weakness, hop, scenario)),
    ...fresh.map((note) => `${inPlace(note)} there and does not stop this step.`),
    ...hop.pending.map(
      (note) => `${quote(note.title)} would cut this step, but ${whyNot(note.status, scenario)}.`,
    ),
    ...offer('cut this step', hop.options),
  ]
}

const PLANE_NAMES: Readonly<Record<Plane, string>> = {
  management: 'management',
  control: 'control plane',
  signalling: 'signalling',
  'lawful-intercept': 'lawful interception',
  user: 'user plane',
}

/** Why the attacker passes one hop. */
export function stepInWords({
  from,
  to,
  link,
  direction,
  plane,
  reason,
  weaknesses,
}: HopExplanation): string {
  const over = `over ${link.name} (${PLANE_NAMES[plane]})`
  const back = direction === 'against' ? ', back along the link' : ''
  switch (reason) {
    case 'owns':
      return `${from.name} controls ${to.name} ${over}: who holds the one owns the other.`
    case 'weakness': {
      const titles = weaknesses.map(({ title }) => quote(title)).join(' and ')
      return `${from.name} can talk to ${to.name} ${over}${back}, where ${titles} lets an attacker in.`
    }
    case 'assumed':
      return `${from.name} can talk to ${to.name} ${over}${back}, and the policy assumes that this lets an attacker in.`
    case 'door':
      return `${from.name} can talk to ${to.name} ${over}${back}.`
  }
}

const weaknessInWords = (
  { title, pending, options }: OpenWeakness,
  { to }: HopExplanation,
  scenario: Scenario,
) => [
  ...pending.map(
    (note) =>
      `${quote(note.title)} would remove ${quote(title)} at ${to.name}, but ${whyNot(note.status, scenario)}.`,
  ),
  ...offer(`remove ${quote(title)}`, options),
]

const inPlace = ({ title, status }: MitigationNote): string => `${quote(title)} is ${status}`

/** What a counting mitigation that names the risk does short of removing it at the source. */
const SHORTFALL: Readonly<Record<Effect, string>> = {
  'removes-risk': 'does not cover the source',
  'blocks-propagation': 'cuts nothing on this path',
  'contains-node': 'cuts nothing on this path',
  reduces: 'only makes it less likely',
  detects: 'only detects it',
  recovers: 'only helps to recover',
  governs: 'stops nothing by itself',
}

/** What a counting mitigation that names the risk leaves to be done. */
export const shortfallInWords = (note: MitigationNote): string =>
  `${inPlace(note)} for this risk and ${SHORTFALL[note.effect]}.`

/** Why a mitigation of this status does not count, to follow “but”. */
export function whyNot(status: MitigationStatus, scenario: Scenario): string {
  switch (status) {
    case 'proposed':
    case 'planned':
      return `it is only ${status}`
    case 'implemented':
    case 'verified':
      return `what is ${status} does not count in the ${scenario} scenario`
    case 'rejected':
      return 'it was rejected'
    case 'retired':
      return 'it is retired'
  }
}

const offer = (purpose: string, options: readonly ControlOption[]): string[] =>
  options.length === 0
    ? []
    : [`The library offers to ${purpose}: ${options.map(({ title }) => title).join('; ')}.`]
