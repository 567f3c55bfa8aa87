import { normalise, type Normalised } from '../../model/normalise.ts'
import { emptyModel, type Kind, KINDS, type Meta, type Model } from '../../model/records.ts'
import { recordSchemas } from '../../model/schemas.ts'

/** Lists of records with only the fields that matter to a test; every other field gets its default. */
export type Parts = Readonly<
  { [K in Kind]?: readonly Readonly<Record<string, unknown>>[] } & { policy?: Partial<Meta['policy']> }
>

/** A whole model of the parts. Throws where one of them could not stand in a file. */
export function modelOf(parts: Parts): Model {
  const empty = emptyModel('Test')
  const lists = Object.fromEntries(
    KINDS.map((kind) => [kind, (parts[kind] ?? []).map((part) => recordSchemas[kind].parse(part))]),
  )
  return {
    ...empty,
    meta: { ...empty.meta, policy: { ...empty.meta.policy, ...parts.policy } },
    ...lists,
  }
}

/** The same, normalised as the engine takes it. */
export const normalisedOf = (parts: Parts): Normalised => normalise(modelOf(parts))
