/**
 * What the product calls its terms and what each means, in one line for a person. The keys are those of core/model/terms,
 * so that indexing by a term fails to compile where a word is missing.
 */
export type Word = Readonly<{ label: string; means: string }>
type Words = Readonly<Record<string, Word>>

/** The values of a vocabulary with their words, in its own order, for a control that offers them. */
export const choicesOf = <W extends Words>(words: W): (Word & { value: keyof W & string })[] =>
  Object.entries(words).map(([value, word]) => ({ value, ...word }))

/** `Foothold: an attacker is in already.` */
export const inWords = ({ label, means }: Word): string =>
  `${label}: ${means.charAt(0).toLowerCase()}${means.slice(1)}`

export const CRITICALITY_WORDS = {
  critical: { label: 'Critical', means: 'A target: exposures end here.' },
  high: { label: 'High', means: 'Important, but not a target by itself.' },
  medium: { label: 'Medium', means: 'An ordinary part of the network.' },
  low: { label: 'Low', means: 'Little would follow from its loss.' },
} as const satisfies Words

export const RATING_WORDS = {
  critical: { label: 'Critical', means: 'Likelihood × impact of 16 to 25.' },
  high: { label: 'High', means: 'Likelihood × impact of 10 to 15.' },
  medium: { label: 'Medium', means: 'Likelihood × impact of 5 to 9.' },
  low: { label: 'Low', means: 'Likelihood × impact of 1 to 4.' },
} as const satisfies Words

export const EXPOSURE_WORDS = {
  taken: { label: 'Taken', means: 'An attacker gets in.' },
  reached: { label: 'Reached', means: 'An attacker stands at the door; no known weakness lets him in.' },
} as const satisfies Words

export const PLANE_WORDS = {
  management: { label: 'Management', means: 'Configuration, software and administration.' },
  control: { label: 'Control', means: 'Between functions of the same network.' },
  signalling: { label: 'Signalling', means: 'Towards devices, radio and other networks.' },
  'lawful-intercept': { label: 'Lawful intercept', means: 'Warrants and intercepted traffic.' },
  user: { label: 'User', means: 'Traffic of subscribers.' },
} as const satisfies Words

export const CARRIES_WORDS = {
  control: { label: 'Control', means: 'Whoever holds the controlling end owns the other end.' },
  access: { label: 'Access', means: 'An attacker gets in only where the other end has an open weakness.' },
  none: { label: 'Nothing', means: 'No way for an attacker.' },
} as const satisfies Words

export const DIRECTION_WORDS = {
  both: { label: 'Both ways', means: 'The far end can also talk back; it never controls.' },
  forward: { label: 'One way', means: 'Only the controlling end opens it.' },
} as const satisfies Words

export const PROPAGATION_WORDS = {
  foothold: { label: 'Foothold', means: 'An attacker is in already: the component counts as held.' },
  weakness: { label: 'Weakness', means: 'A way in: whoever can talk to the component gets in.' },
  'raises-likelihood': {
    label: 'Raises likelihood',
    means: 'Makes other risks there likelier; opens no way itself.',
  },
  dependency: { label: 'Dependency', means: 'Supply or continuity; opens no way for an attacker.' },
} as const satisfies Words

export const RISK_STATUS_WORDS = {
  open: { label: 'Open', means: 'Live wherever it applies.' },
  accepted: { label: 'Accepted', means: 'Still live and shown, marked as accepted until the day given.' },
  closed: { label: 'Closed', means: 'No longer there: not analysed.' },
  'not-applicable': { label: 'Not applicable', means: 'Does not apply here: not analysed.' },
} as const satisfies Words

export const MITIGATION_STATUS_WORDS = {
  proposed: { label: 'Proposed', means: 'An idea. Counts in no scenario.' },
  planned: { label: 'Planned', means: 'Decided. Counts in the target scenario alone.' },
  implemented: { label: 'Implemented', means: 'In force. Counts in the current and target scenarios.' },
  verified: {
    label: 'Verified',
    means: 'In force and checked. Counts in the assured, current and target scenarios.',
  },
  rejected: { label: 'Rejected', means: 'Decided against. Never counts.' },
  retired: { label: 'Retired', means: 'No longer in force. Never counts.' },
} as const satisfies Words

/** `cuts` says in a few words what an effect can end; whatever cuts nothing says so. */
export const EFFECT_WORDS = {
  'removes-risk': {
    label: 'Removes the risk',
    means: 'Ends the risks it treats on what it covers.',
    cuts: 'removes the risk',
  },
  'blocks-propagation': {
    label: 'Blocks propagation',
    means: 'Cuts a link, the links into a component, or those across the border of a segment.',
    cuts: 'cuts links into it',
  },
  'contains-node': {
    label: 'Contains',
    means: 'Cuts the links out of a component or segment, so that an attacker cannot go on from there.',
    cuts: 'keeps it from leaving',
  },
  reduces: {
    label: 'Reduces likelihood',
    means: 'Likelihood one lower for the risks it treats.',
    cuts: 'lowers likelihood only: cuts nothing',
  },
  detects: {
    label: 'Detects',
    means: 'Impact one lower for the risks it treats.',
    cuts: 'lowers impact only: cuts nothing',
  },
  recovers: {
    label: 'Recovers',
    means: 'Impact one lower for the risks it treats.',
    cuts: 'lowers impact only: cuts nothing',
  },
  governs: {
    label: 'Governs',
    means: 'Organises the work.',
    cuts: 'changes no figure: cuts nothing',
  },
} as const satisfies Readonly<Record<string, Word & Readonly<{ cuts: string }>>>

export const SCENARIO_WORDS = {
  inherent: { label: 'Inherent', means: 'No mitigation counts: the network as it would be bare.' },
  assured: { label: 'Assured', means: 'Only verified mitigations count.' },
  current: { label: 'Current', means: 'Implemented and verified mitigations count.' },
  target: { label: 'Target', means: 'Planned, implemented and verified mitigations count.' },
} as const satisfies Words

export const ACCESS_POLICY_WORDS = {
  weakness: {
    label: 'Only through a known weakness',
    means: 'Being able to talk to a component lets an attacker in only where a weakness is open.',
  },
  assume: {
    label: 'Always',
    means: 'Being able to talk to a component is taken to suffice, as if each had a weakness.',
  },
} as const satisfies Words

export const COVERAGE_WORDS = {
  closed: { label: 'Closed', means: 'Closed with a reason.' },
  'not-applicable': { label: 'Not applicable', means: 'Set aside with a reason.' },
  verified: { label: 'Removed, verified', means: 'A verified mitigation removes it here.' },
  removed: { label: 'Removed', means: 'A mitigation that counts removes it here.' },
  contained: { label: 'Contained', means: 'Live, but no critical function is taken or reached from here.' },
  accepted: { label: 'Accepted', means: 'Exposed, and accepted on the day of the analysis.' },
  partial: { label: 'Partly treated', means: 'Exposed, though a mitigation that counts treats it.' },
  planned: { label: 'Planned', means: 'Exposed; a planned mitigation treats it.' },
  proposed: { label: 'Proposed', means: 'Exposed; a proposed mitigation treats it.' },
  uncovered: { label: 'Uncovered', means: 'Exposed, and nothing treats it.' },
} as const satisfies Words

export const RISK_GROUP_WORDS = {
  engineering: { label: 'Engineering process', means: 'How the product is built.' },
  assurance: { label: 'Assurance', means: 'What can be shown about the product.' },
  'product-security': { label: 'Product security', means: 'What the product itself lacks.' },
  supply: { label: 'Supply chain', means: 'What comes from sub-suppliers and on the way.' },
  lifecycle: { label: 'Lifecycle', means: 'Fixes, support and end of life.' },
  access: { label: 'Access and services', means: 'What the supplier can do in the network.' },
  strategic: { label: 'Strategic', means: 'Dependence, ownership and law.' },
  deployment: { label: 'Deployment', means: 'How the product is used here.' },
} as const satisfies Words

/** One to five, in words for the scales of a risk. */
export const LIKELIHOOD_WORDS = ['Rare', 'Unlikely', 'Possible', 'Likely', 'Almost certain'] as const
export const IMPACT_WORDS = ['Minor', 'Limited', 'Serious', 'Severe', 'Extreme'] as const
