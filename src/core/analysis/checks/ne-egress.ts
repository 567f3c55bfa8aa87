import type { Check } from './check.ts'

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
      .map(({ link, from, to, name }) => ({
        check: 'chk-ne-egress',
        records: [from.id, to.id, link.id],
        words: `${from.name} opens management sessions to ${to.name} outside the network (${name}).`,
      })),
}
