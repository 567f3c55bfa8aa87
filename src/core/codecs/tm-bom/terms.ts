import type { MitigationStatus } from '../../model/terms.ts'

/** The closed vocabularies of the Threat Model Library's schema, 1.0.2, and what they are here. */

export const DEGREES = ['minimal', 'low', 'moderate', 'high', 'maximal'] as const
export const TIERS = ['mission_critical', 'business_critical', 'important', 'non_critical'] as const
export const SENSITIVITIES = ['pii', 'phi', 'fin', 'ip', 'cred', 'biz', 'gov', 'pci', 'op'] as const
export const ACTOR_TYPES = [
  'system',
  'user',
  'power_user',
  'administrator',
  'engineer',
  'third_party',
] as const
export const STORE_TYPES = ['sql', 'key_value', 'document', 'object', 'graph', 'time_series'] as const
export const SOURCES = ['adversary', 'human_error', 'failure', 'events_beyond_org_control'] as const
export const PRIORITIES = ['none', 'low', 'medium', 'high', 'critical'] as const
export const SKILLS = [
  'script_kid',
  'insider',
  'engineer',
  'expert_engineer',
  'oc_sponsored',
  'state_sponsored',
] as const
export const ACCESS_CONTROLS = ['none', 'acl', 'rbac', 'mac', 'dac', 'abac'] as const
export const AUTHENTICATIONS = [
  'none',
  'password',
  'otp',
  'challenge_response',
  'public_key',
  'token',
  'biometrics',
  'sso',
  'social',
] as const
export const LEVELS = ['very_low', 'low', 'medium', 'high', 'very_high', 'critical'] as const
/** From 1 to 5. */
export const LIKELIHOODS = ['rare', 'unlikely', 'possible', 'likely', 'certain'] as const
export const IMPACTS = ['negligible', 'minor', 'moderate', 'major', 'severe'] as const

/** An assumed control is one that nobody has looked at. */
export const CONTROL_STATUS = {
  assumed: 'proposed',
  active: 'implemented',
  suggested: 'proposed',
  under_review: 'proposed',
  approved: 'planned',
  scheduled: 'planned',
  retired: 'retired',
  wont_do: 'rejected',
} as const satisfies Record<string, MitigationStatus>
export type ControlStatus = keyof typeof CONTROL_STATUS
export const CONTROL_STATUSES = Object.keys(CONTROL_STATUS) as [ControlStatus, ...ControlStatus[]]
export const CONTROL_STATUS_OF: Readonly<Record<MitigationStatus, ControlStatus>> = {
  proposed: 'suggested',
  planned: 'scheduled',
  implemented: 'active',
  verified: 'active',
  rejected: 'wont_do',
  retired: 'retired',
}
