import type { Check } from './check.ts'
import { HOSTING } from './function-groups.ts'

export const mgmtE2e: Check = {
  id: 'chk-mgmt-e2e',
  run: ({ joins }) =>
    joins
      .filter(
        ({ plane, from, to, link }) =>
          plane === 'management' && from.element && to.element && !HOSTING.has(link.interface ?? ''),
      )
      .map(({ link, from, to, name }) => ({
        check: 'chk-mgmt-e2e',
        records: [link.id, from.id, to.id],
        words: `${from.name} and ${to.name} are both managed elements and talk over the management plane (${name}).`,
      })),
}
