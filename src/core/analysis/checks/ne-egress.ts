import type { Check } from './check.ts'
import { joinName } from './check-network.ts'

export const neEgress: Check = {
  id: 'chk-ne-egress',
  run: ({ joins }) =>
    joins
      .filter(
        ({ plane, from, to }) =>
          plane === 'management' &&
          (from.element || from.manager) &&
          !from.thirdParty &&
          (to.thirdParty || to.external),
      )
      .map((join) => ({
        check: 'chk-ne-egress',
        records: [join.from.id, join.to.id, join.link.id],
        words: `${join.from.name} opens management sessions to ${join.to.name} outside the network (${joinName(join)}).`,
      })),
}
