import { isFields } from '../../model/issues.ts'
import type { Fields } from '../kept.ts'

/** What a party is called: an organisation or person by name, a persona or system by what it is, else its first role. */
export function partyName(party: unknown, index: ReadonlyMap<string, Fields>): string | null {
  if (typeof party === 'string') return partyName(index.get(party), index) ?? party
  if (!isFields(party)) return null
  const { organization, person, persona, system, roles } = party
  const named = [organization, person].find((one) => isFields(one) && filled(one['name']) !== null)
  if (isFields(named)) return filled(named['name'])
  const kind =
    (isFields(persona) ? termName(persona['archetype']) : null) ??
    (isFields(system) ? systemName(system, index) : null)
  const role: unknown = Array.isArray(roles) ? roles[0] : undefined
  return (
    kind ??
    (isFields(role) ? (filled(role['role']) ?? filled(role['name'])) : null) ??
    filled(party['bom-ref'])
  )
}

function systemName(system: Fields, index: ReadonlyMap<string, Fields>): string | null {
  const ref = system['ref']
  const of = typeof ref === 'string' ? index.get(ref) : undefined
  return filled(of?.['name']) ?? termName(system['kind'])
}

/** A predefined word, or the name of something of one's own. */
export const termName = (term: unknown): string | null =>
  filled(term) ?? (isFields(term) ? filled(term['name']) : null)

const filled = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** The party, called so now. */
export function renamed(party: unknown, name: string): Fields {
  const fields = isFields(party) ? party : {}
  for (const way of ['organization', 'person']) {
    const one = fields[way]
    if (isFields(one)) return { ...fields, [way]: { ...one, name } }
  }
  const { system: _system, roles, ...rest } = fields
  return {
    ...rest,
    roles: Array.isArray(roles) && roles.length > 0 ? roles : [{ role: 'end-user' }],
    persona: { ...(isFields(rest['persona']) ? rest['persona'] : {}), archetype: { name } },
  }
}

/** The name of the first party with one of these roles. */
export function partyWith(
  parties: unknown,
  roles: readonly string[],
  index: ReadonlyMap<string, Fields>,
): string | undefined {
  if (!Array.isArray(parties)) return undefined
  for (const role of roles) {
    for (const party of parties as unknown[]) {
      const whole = typeof party === 'string' ? index.get(party) : party
      const has = isFields(whole) && Array.isArray(whole['roles']) ? (whole['roles'] as unknown[]) : []
      if (has.some((one) => isFields(one) && one['role'] === role))
        return partyName(whole, index) ?? undefined
    }
  }
  return undefined
}
