import type { Kind, Model } from '../core/model/records.ts'

/** What a plan (AN13) is sought for. */
export type PlanBasis = Readonly<{
  model: Model
  date: string
  switched: ReadonlyMap<string, boolean> | null
}>

/** What the engine reads. */
const ANALYSED: readonly Kind[] = ['segments', 'vendors', 'components', 'links', 'risks', 'mitigations']

/** What the diagram rules read besides. */
export const CHECKED: readonly Kind[] = [...ANALYSED, 'products', 'statements', 'waivers']

/** What people write for each other, or where things lie: no figure hangs on it. Any other field may matter. */
const FOR_PEOPLE = new Set(['name', 'title', 'pos', 'size', 'owner', 'due', 'rationale', 'evidence'])

/** Whether a plan of these mitigations, sought for `basis`, still speaks of what there is now. Trying it changes nothing. */
export const isStillFor = (basis: PlanBasis, now: PlanBasis, plan: readonly string[]): boolean =>
  basis.date === now.date &&
  isSame(basis.model.meta.policy, now.model.meta.policy) &&
  ANALYSED.every((kind) => isSameList(basis.model[kind], now.model[kind])) &&
  isSameTrial(basis.switched, now.switched, new Set(plan))

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

type Listed = Readonly<Record<string, unknown>>

/** Records keep their identity until they change, and lists stand in order of id. */
function isSameList(before: readonly Listed[], after: readonly Listed[]): boolean {
  if (before === after) return true
  return (
    before.length === after.length &&
    before.every((was, place) => {
      const is = after[place] as Listed
      return was === is || fieldsOf(was, is).every((field) => isSame(was[field], is[field]))
    })
  )
}

const fieldsOf = (...records: readonly Listed[]): readonly string[] =>
  records.flatMap(Object.keys).filter((field) => !FOR_PEOPLE.has(field))

function isSameTrial(
  before: PlanBasis['switched'],
  after: PlanBasis['switched'],
  plan: ReadonlySet<string>,
): boolean {
  const ids = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])
  return [...ids].every((id) => {
    const is = after?.get(id)
    return is === before?.get(id) || (is === true && plan.has(id))
  })
}
