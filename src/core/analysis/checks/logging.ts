import type { Check } from './check.ts'
import { LOG_STORES } from './function-groups.ts'

export const logging: Check = {
  id: 'chk-logging',
  run: ({ places, joins }) => {
    const logged = new Set<string>()
    for (const { from, to, plane } of joins)
      if (plane === 'management') {
        if (LOG_STORES.has(to.fn)) logged.add(from.id)
        if (LOG_STORES.has(from.fn)) logged.add(to.id)
      }
    return places
      .filter(
        ({ id, critical, external, thirdParty, fn }) =>
          critical && !external && !thirdParty && !LOG_STORES.has(fn) && !logged.has(id),
      )
      .map(({ id, name }) => ({
        check: 'chk-logging',
        records: [id],
        words: `${name} is critical and has no logging link to a log server.`,
      }))
  },
}
