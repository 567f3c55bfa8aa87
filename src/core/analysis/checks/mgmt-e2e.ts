import type { Check } from './check.ts'
import { joinName } from './check-network.ts'
import { HOSTING } from './function-groups.ts'

export const mgmtE2e: Check = {
  id: 'chk-mgmt-e2e',
  run: ({ joins }) =>
    joins
      .filter(
        ({ plane, from, to, via }) =>
          plane === 'management' && from.element && to.element && !HOSTING.has(via),
      )
      .map((join) => ({
        check: 'chk-mgmt-e2e',
        records: [join.link.id, join.from.id, join.to.id],
        words: `${join.from.name} and ${join.to.name} are both managed elements and talk over the management plane (${joinName(join)}).`,
      })),
}
