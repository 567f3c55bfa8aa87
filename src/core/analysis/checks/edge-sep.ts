import { type Check, findingsAt } from './check.ts'
import { joinName } from './check-network.ts'
import { BOUNDARIES } from './function-groups.ts'

export const edgeSep: Check = {
  id: 'chk-edge-sep',
  run: ({ joins, covers }) =>
    findingsAt(joins, (join) => {
      const { link, from, to } = join
      if (from.edge === to.edge) return null
      const [edge, other] = from.edge ? [from, to] : [to, from]
      const bare = other.critical && !other.external
      if (!bare || BOUNDARIES.has(other.fn) || BOUNDARIES.has(edge.fn)) return null
      if (covers(['blocks-propagation'], link)) return null
      const words = `${joinName(join)} joins ${edge.name} in the exposed edge to the critical ${other.name} with no boundary between them.`
      return { check: 'chk-edge-sep', records: [link.id, edge.id, other.id], words }
    }),
}
