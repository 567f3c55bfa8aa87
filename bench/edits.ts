import type { Model } from '../src/core/model/records.ts'
import type { RecordPatch } from '../src/core/model/patch.ts'
import { MITIGATION_STATUSES, RISK_STATUSES } from '../src/core/model/terms.ts'
import { randomFrom } from './random.ts'

/** Edits as people make them on a board, one kind after the other, each of a record as it was at the beginning. */
export function editsOf(model: Model, count: number): RecordPatch[] {
  const random = randomFrom(7)
  const kinds: readonly ((edit: number) => RecordPatch['upserts'])[] = [
    () => {
      const mitigation = random.pick(model.mitigations)
      return { mitigations: [{ ...mitigation, status: random.pick(MITIGATION_STATUSES) }] }
    },
    (edit) => {
      const component = random.pick(model.components)
      const { segment } = edit % 2 === 0 ? component : random.pick(model.components)
      return { components: [{ ...component, segment, pos: [component.pos[0] + 8, component.pos[1] + 8] }] }
    },
    (edit) => {
      const [from, to] = [random.pick(model.components).id, random.pick(model.components).id]
      return { links: [{ ...random.pick(model.links), id: `new-${edit}`, from, to }] }
    },
    () => {
      const risk = random.pick(model.risks)
      return { risks: [{ ...risk, status: random.pick(RISK_STATUSES) }] }
    },
  ]
  return Array.from({ length: count }, (_, edit) => ({
    meta: null,
    upserts: kinds[edit % kinds.length]?.(Math.floor(edit / kinds.length)) ?? {},
    removed: {},
  }))
}
