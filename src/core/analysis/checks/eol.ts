import { type Check, findingsAt } from './check.ts'
import { supportEnds } from './support-end.ts'

export const eol: Check = {
  id: 'chk-eol',
  run: (network) => {
    const endOf = supportEnds(network)
    return findingsAt(network.places, (place) => {
      const end = endOf(place)
      const { removal } = place.component
      if (end === null || end >= network.date) return null
      const missing = [
        ...(removal === null || removal < network.date ? ['a day of removal to come'] : []),
        ...(network.covers(['detects'], place) ? [] : ['monitoring in force']),
        ...(network.covers(['contains-node', 'blocks-propagation'], place) ? [] : ['isolation in force']),
      ]
      if (missing.length === 0) return null
      const words = `Support of ${place.name} ended on ${end}, and it lacks ${missing.join(', ')}.`
      return { check: 'chk-eol', records: [place.id], words }
    })
  },
}
