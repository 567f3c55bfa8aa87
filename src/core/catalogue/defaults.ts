import type { Carries, Criticality, Effect, Plane, Propagation } from '../model/terms.ts'
import data from './data/defaults.json' with { type: 'json' }
import { lazy } from './lazy.ts'

/**
 * What null means in a model (MO2, AN4), and nothing else of the catalogue: the engine runs in a worker of its own and
 * would otherwise load every text a second time. `data/defaults.json` is derived from the records; a test holds it to
 * them.
 */
type IdsByValue = Readonly<Record<string, readonly string[]>>

function lookup<Value extends string>(idsByValue: IdsByValue): (id: string | null) => Value | undefined {
  const values = lazy(
    () =>
      new Map(Object.entries(idsByValue).flatMap(([value, ids]) => ids.map((id) => [id, value as Value]))),
  )
  return (id) => (id === null ? undefined : values().get(id))
}

const criticalityOf = lookup<Criticality>(data.criticality)
const planeOf = lookup<Plane>(data.plane)
const carriesOf = lookup<Carries>(data.carries)
const propagationOf = lookup<Propagation>(data.propagation)
const effectOf = lookup<Effect>(data.effect)
const externals = lazy(() => new Set(data.external))

/** MO2: the criticality of a component whose own is null. */
export const defaultCriticality = (functionId: string | null): Criticality =>
  criticalityOf(functionId) ?? 'medium'

/** MO2: whether a component whose `untrusted` is null is untrusted, being outside the operator's network. */
export const isExternal = (functionId: string | null): boolean =>
  functionId !== null && externals().has(functionId)

/** MO2: the plane of a link whose own is null. */
export const defaultPlane = (interfaceId: string | null): Plane => planeOf(interfaceId) ?? 'control'

/** AN4: what the catalogue says that the interface carries, or null where the policy for its plane decides. */
export const catalogueCarries = (interfaceId: string | null): Carries | null => carriesOf(interfaceId) ?? null

/**
 * MO2: the propagation of a risk whose own is null. MO2 is silent on a risk without a known category: it counts as a
 * foothold, the strongest claim, so that a risk nobody has classified holds its components instead of looking harmless.
 */
export const defaultPropagation = (category: string | null): Propagation =>
  propagationOf(category) ?? 'foothold'

/**
 * MO2: the effect of a mitigation whose own is null. MO2 is silent on one without a known control: it governs, the
 * effect that cuts nothing and lowers no rating, so that nothing looks mitigated without anybody having said how.
 */
export const defaultEffect = (control: string | null): Effect => effectOf(control) ?? 'governs'
