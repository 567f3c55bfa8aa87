import { type Check, findingsAt } from './check.ts'
import { joinName } from './check-network.ts'
import type { Place } from './place.ts'
import { IDENTITY, MEDIATION } from './function-groups.ts'

const isCorporate = ({ fn, zone }: Place) => fn === 'corp-it' || zone === 'corporate'
const isKept = ({ manager, fn }: Place) => manager || MEDIATION.has(fn) || IDENTITY.has(fn)

export const mgmtCorp: Check = {
  id: 'chk-mgmt-corp',
  run: ({ joins }) =>
    findingsAt(joins, (join) => {
      const { link, from, to } = join
      if (isCorporate(from) === isCorporate(to)) return null
      const [office, other] = isCorporate(from) ? [from, to] : [to, from]
      if (!isKept(other)) return null
      const words = `${office.name} is corporate IT and reaches ${other.name} (${joinName(join)}).`
      return { check: 'chk-mgmt-corp', records: [link.id, office.id, other.id], words }
    }),
}
