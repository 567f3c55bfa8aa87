import type { Check } from './check.ts'
import type { Join } from './check-network.ts'
import { MEDIATION, SESSIONS } from './function-groups.ts'

const isSession = ({ plane, link }: Join) =>
  plane === 'management' && (link.interface === null || SESSIONS.has(link.interface))

export const mgmtPaw: Check = {
  id: 'chk-mgmt-paw',
  run: ({ places, from, into }) =>
    places.flatMap((jump) => {
      if (!MEDIATION.has(jump.fn)) return []
      const leads = from(jump).find(
        ({ plane, to }) => plane === 'management' && to.oversight && !MEDIATION.has(to.fn),
      )
      if (leads === undefined) return []
      return into(jump)
        .filter((join) => isSession(join) && join.from.fn !== 'paw' && !MEDIATION.has(join.from.fn))
        .map(({ link, from: other }) => ({
          check: 'chk-mgmt-paw',
          records: [jump.id, other.id, link.id, leads.to.id],
          words: `${other.name}, which is no privileged access workstation, reaches ${jump.name}, which leads to ${leads.to.name}.`,
        }))
    }),
}
