import type { Criticality, MitigationStatus, RiskStatus, ThreatDecision } from '../../model/terms.ts'

/** The closed vocabularies of CycloneDX 2.0 that are read, as its bundled schema has them, and what they are here. */

const words = <T extends string>(text: T): readonly string[] => text.trim().split(/\s+/)

export const MODEL_TYPES = words(
  'architecture behavioral conceptual data-flow deployment logical network operational physical process',
)
export const ZONE_TYPES = words(
  `availability compliance data deployment functional geographic logical network organizational physical process
   tenant trust`,
)
export const ASSET_TYPES = words(
  `actor agent api broker cache component container data data-store device endpoint function gateway infrastructure
   interface model module network process queue resource service stream subsystem system tool`,
)
export const STORE_TYPES = words(
  `block blockchain cache column-family data-lake data-warehouse document event-log file graph hierarchical in-memory
   key-value ledger message-queue multi-model object registry relational search spatial time-series vector`,
)
export const BOUNDARY_TYPES = words('data functional network organizational physical process trust')
export const FLOW_TYPES = words('control data energy event financial message physical process signal')
export const RELATIONSHIPS = words(
  'aggregates associates composes contains dependsOn generalizes realizes serves custom',
)

export const CRITICALITY: Readonly<Record<string, Criticality>> = {
  minimal: 'low',
  low: 'low',
  moderate: 'medium',
  high: 'high',
  critical: 'critical',
}
export const CRITICALITY_OF = {
  low: 'low',
  medium: 'moderate',
  high: 'high',
  critical: 'critical',
} as const satisfies Record<Criticality, string>

/** Of a control. What is not in this list, a status of an organisation's own, is no more than proposed. */
export const CONTROL_STATUS: Readonly<Record<string, MitigationStatus>> = {
  recommended: 'proposed',
  proposed: 'proposed',
  approved: 'planned',
  rejected: 'rejected',
  planned: 'planned',
  'in-progress': 'planned',
  implemented: 'implemented',
  verified: 'verified',
  decommissioned: 'retired',
}
export const CONTROL_STATUS_OF = {
  proposed: 'proposed',
  planned: 'planned',
  implemented: 'implemented',
  verified: 'verified',
  rejected: 'rejected',
  retired: 'decommissioned',
} as const satisfies Record<MitigationStatus, string>

/** Of a requirement that a threat names among what mitigates it. */
export const REQUIREMENT_STATUS: Readonly<Record<string, MitigationStatus>> = {
  approved: 'planned',
  implemented: 'implemented',
  verified: 'verified',
  rejected: 'rejected',
  replaced: 'retired',
  obsolete: 'retired',
}

export const STRIDE_CATEGORY = {
  S: 'spoofing',
  T: 'tampering',
  R: 'repudiation',
  I: 'information-disclosure',
  D: 'denial-of-service',
  E: 'elevation-of-privilege',
} as const

/** A risk of another tool is a threat here (EX6), and what was decided about it the decision. */
export const RISK_DECISION: Readonly<Record<string, ThreatDecision>> = {
  identified: 'open',
  assessed: 'open',
  mitigated: 'mitigate',
  accepted: 'accept',
  transferred: 'delegate',
  retired: 'dismissed',
}
export const DECISION_OF: Readonly<Record<ThreatDecision, string>> = {
  open: 'identified',
  accept: 'accepted',
  mitigate: 'mitigated',
  delegate: 'transferred',
  eliminate: 'mitigated',
  dismissed: 'retired',
}
/** `not-applicable` is no predefined status there, and `mitigated` no status of a risk here: it stays open until it is shown. */
export const RISK_STATUS: Readonly<Record<string, RiskStatus>> = {
  accepted: 'accepted',
  retired: 'closed',
  'not-applicable': 'not-applicable',
}
export const RISK_STATUS_OF = {
  open: 'identified',
  accepted: 'accepted',
  closed: 'retired',
  'not-applicable': { name: 'not-applicable' },
} as const satisfies Record<RiskStatus, unknown>

/** From 1 to 5. */
export const LIKELIHOODS = ['very-low', 'low', 'medium', 'high', 'very-high'] as const
export const IMPACTS = ['negligible', 'low', 'moderate', 'major', 'catastrophic'] as const
