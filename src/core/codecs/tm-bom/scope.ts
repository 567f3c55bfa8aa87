import { defaultCriticality, isExternal } from '../../catalogue/defaults.ts'
import type { Model } from '../../model/records.ts'
import { CRITICALITIES } from '../../model/terms.ts'
import type { Fields } from '../kept.ts'

/** Of a board that says nothing of it. */
export const VERSION = '1'

const DEGREE_OF = { critical: 'maximal', high: 'high', medium: 'moderate', low: 'low' } as const
const TIER_OF = {
  critical: 'mission_critical',
  high: 'business_critical',
  medium: 'important',
  low: 'non_critical',
} as const

/** What a file must say of the whole, all but its title, as far as the board has it: the gravest of its parts. */
export function scopeOf({ components }: Model): Fields {
  const grades = new Set(components.map((one) => one.criticality ?? defaultCriticality(one.function)))
  const gravest = CRITICALITIES.find((grade) => grades.has(grade)) ?? 'medium'
  const isOpen = components.some(
    (one) => one.exposedEdge === true || (one.untrusted ?? isExternal(one.function)),
  )
  return {
    description: '',
    business_criticality: DEGREE_OF[gravest],
    data_sensitivity: [],
    exposure: isOpen ? 'external' : 'internal',
    tier: TIER_OF[gravest],
  }
}
