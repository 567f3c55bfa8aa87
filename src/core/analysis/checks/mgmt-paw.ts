import type { Check } from './check.ts'
import type { Join } from './place.ts'
import { MEDIATION, SESSIONS } from './function-groups.ts'

const isSession = ({ plane, via }: Join) => plane === 'management' && (via === '' || SESSIONS.has(via))

export const mgmtPaw: Check = {
  id: 'chk-mgmt-paw',
  run: ({ places }) =>
    places
      .filter(({ fn }) => MEDIATION.has(fn))
      .flatMap((jump) => {
        const leads = jump.out.find(
          ({ plane, to }) => plane === 'management' && to.oversight && !MEDIATION.has(to.fn),
        )
        if (leads === undefined) return []
        return jump.into
          .filter((join) => isSession(join) && join.from.fn !== 'paw' && !MEDIATION.has(join.from.fn))
          .map(({ link, from: other }) => ({
            check: 'chk-mgmt-paw',
            records: [jump.id, other.id, link.id, leads.to.id],
            words: `${other.name}, which is no privileged access workstation, reaches ${jump.name}, which leads to ${leads.to.name}.`,
          }))
      }),
}
