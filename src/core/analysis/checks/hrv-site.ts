import type { Check } from './check.ts'
import { restrictions } from './restricted.ts'

export const hrvSite: Check = {
  id: 'chk-hrv-site',
  run: (network) => {
    const isRestricted = restrictions(network)
    return network.places
      .filter((place) => place.component.sensitiveSite && isRestricted(place))
      .map(({ id, name, component: { site } }) => ({
        check: 'chk-hrv-site',
        records: [id],
        words: `${name} is of a vendor under restriction and stands at a sensitive site${site === null ? '' : ` (${site})`}.`,
      }))
  },
}
