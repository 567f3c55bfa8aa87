import { KIND_WORDS } from '../../core/model/kind-words.ts'
import { kindOf } from '../../core/model/lookup.ts'
import type { SetAside } from '../../core/model/normalise.ts'
import type { Model } from '../../core/model/records.ts'
import { nameOf } from '../../state/record-names.ts'

export type SetAsideRow = Readonly<{
  key: string
  id: string
  /** Null where the whole record is left out, so that nothing is known of it but its id. */
  name: string | null
  /** What kind of record it is; empty where that is not known. */
  what: string
  reason: string
}>

/** What normalising set aside, as sentences about records that a person knows. */
export function setAsideRows(model: Model, setAside: readonly SetAside[]): readonly SetAsideRow[] {
  const seen = new Map<string, number>()
  return setAside.map(({ id, reason }) => {
    const kind = kindOf(model, id)
    const count = (seen.get(id) ?? 0) + 1
    seen.set(id, count)
    return {
      key: `${id} ${count}`,
      id,
      name: kind === null ? null : nameOf(model, id),
      what: kind === null ? '' : KIND_WORDS[kind][0],
      reason: `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`,
    }
  })
}
