import { type Check, findingsAt } from './check.ts'
import { supportEnds } from './support-end.ts'

export const supportTerm: Check = {
  id: 'chk-support-term',
  run: (network) => {
    const endOf = supportEnds(network)
    return findingsAt(network.places, (place) => {
      const end = endOf(place)
      const { removal } = place.component
      if (end === null || removal === null || end >= removal) return null
      return {
        check: 'chk-support-term',
        records: [place.id],
        words: `Support of ${place.name} ends on ${end}, before its removal on ${removal}.`,
        fix: {
          label: `Plan the removal of ${place.name} for ${end}`,
          changes: [{ kind: 'components', id: place.id, fields: { removal: end } }],
        },
      }
    })
  },
}
