/** The closed vocabularies of the model (`docs` and model.md use the same words). */

export const CRITICALITIES = ['critical', 'high', 'medium', 'low'] as const
export type Criticality = (typeof CRITICALITIES)[number]

export const PLANES = ['management', 'control', 'signalling', 'lawful-intercept', 'user'] as const
export type Plane = (typeof PLANES)[number]

/** What a link lets its controlling end do at the other: own it, talk to it, or nothing that matters here. */
export const CARRIES = ['control', 'access', 'none'] as const
export type Carries = (typeof CARRIES)[number]

export const DIRECTIONS = ['both', 'forward'] as const

export const PROPAGATIONS = ['foothold', 'weakness', 'raises-likelihood', 'dependency'] as const
export type Propagation = (typeof PROPAGATIONS)[number]

export const EFFECTS = [
  'removes-risk',
  'blocks-propagation',
  'contains-node',
  'reduces',
  'detects',
  'recovers',
  'governs',
] as const
export type Effect = (typeof EFFECTS)[number]

export const RISK_STATUSES = ['open', 'accepted', 'closed', 'not-applicable'] as const
export type RiskStatus = (typeof RISK_STATUSES)[number]

export const MITIGATION_STATUSES = [
  'proposed',
  'planned',
  'implemented',
  'verified',
  'rejected',
  'retired',
] as const
export type MitigationStatus = (typeof MITIGATION_STATUSES)[number]

export const SCENARIOS = ['inherent', 'assured', 'current', 'target'] as const
export type Scenario = (typeof SCENARIOS)[number]

/** AN6: whether access lets an attacker in only at a known weakness, or always. */
export const ACCESS_POLICIES = ['weakness', 'assume'] as const
export type AccessPolicy = (typeof ACCESS_POLICIES)[number]

/** Whether a release could be built again with the same result. */
export const BUILDS = ['reproducible', 'partly', 'not-reproducible', 'not-assessed'] as const

/** What a statement about a vendor is: all but a judgement are facts that somebody else can look up. */
export const STATEMENT_KINDS = ['assurance', 'finding', 'incident', 'restriction', 'judgement'] as const
export type StatementKind = (typeof STATEMENT_KINDS)[number]

/** Spoofing, tampering, repudiation, information disclosure, denial of service, elevation of privilege. */
export const STRIDE = ['S', 'T', 'R', 'I', 'D', 'E'] as const

export const THREAT_DECISIONS = ['open', 'accept', 'mitigate', 'delegate', 'eliminate', 'dismissed'] as const
export type ThreatDecision = (typeof THREAT_DECISIONS)[number]

export const ENTRY_KINDS = ['risk', 'mitigation'] as const

export const RATINGS = ['low', 'medium', 'high', 'critical'] as const
export type Rating = (typeof RATINGS)[number]
