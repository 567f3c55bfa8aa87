import type { Word, Words } from './words.ts'

/** More of words.ts: of records and what becomes of them, for panels that are loaded when something is looked at. */

export const CRITICALITY_WORDS = {
  critical: { label: 'Critical', means: 'A target: exposures end here.' },
  high: { label: 'High', means: 'Important, but not a target by itself.' },
  medium: { label: 'Medium', means: 'An ordinary part of the network.' },
  low: { label: 'Low', means: 'Little would follow from its loss.' },
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

export const THREAT_DECISION_WORDS = {
  open: { label: 'Open', means: 'Nothing has been decided yet.' },
  accept: { label: 'Accept', means: 'Known, and borne as it is.' },
  mitigate: { label: 'Mitigate', means: 'To be made less likely or less harmful.' },
  delegate: { label: 'Delegate', means: 'Somebody else has to deal with it.' },
  eliminate: { label: 'Eliminate', means: 'What it needs is to be taken away.' },
  dismissed: { label: 'Dismissed', means: 'No threat here: not proposed again.' },
} as const satisfies Words

export const STRIDE_WORDS = {
  S: { label: 'Spoofing', means: 'Something passes for what it is not.' },
  T: { label: 'Tampering', means: 'Something is changed that should not be.' },
  R: { label: 'Repudiation', means: 'What was done cannot be shown afterwards.' },
  I: { label: 'Information disclosure', means: 'Something is read by whom it is not meant for.' },
  D: { label: 'Denial of service', means: 'Something no longer answers.' },
  E: { label: 'Elevation of privilege', means: 'Somebody gains rights that he should not have.' },
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
