import type { Check } from './check.ts'
import { INTERCEPTION } from './function-groups.ts'
import { walk } from './walk.ts'

export const liPath: Check = {
  id: 'chk-li-path',
  run: (network) =>
    walk(
      network.places.filter(({ thirdParty }) => thirdParty),
      ({ plane }) => plane === 'management',
      () => false,
    )
      .filter(({ place }) => INTERCEPTION.has(place.fn))
      .map(({ place, origin, by }) => ({
        check: 'chk-li-path',
        records: [place.id, origin.id, by.link.id],
        words: `A path over the management plane leads from ${origin.name} to the interception function ${place.name}.`,
      })),
}
