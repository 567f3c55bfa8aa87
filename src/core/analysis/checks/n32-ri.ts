import { type Check, findingsAt } from './check.ts'
import { joinName } from './check-network.ts'
import { INTERMEDIARIES } from './function-groups.ts'

export const n32Ri: Check = {
  id: 'chk-n32-ri',
  run: ({ joins }) =>
    findingsAt(joins, (join) => {
      if (join.via !== 'n32') return null
      const { link, from, to } = join
      const between = INTERMEDIARIES.has(from.fn) ? from : to
      const { protection } = link
      if (!INTERMEDIARIES.has(between.fn)) return null
      if (protection === null || /prins/i.test(protection) || !/tls|ipsec|transport/i.test(protection))
        return null
      const words = `${joinName(join)} passes ${between.name} with ${protection} alone, without PRINS.`
      return { check: 'chk-n32-ri', records: [link.id, from.id, to.id], words }
    }),
}
