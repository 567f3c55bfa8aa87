import type { Check } from './check.ts'
import type { Place } from './place.ts'
import { HOSTING, INTAKE, MEDIATION } from './function-groups.ts'
import { walk } from './walk.ts'

const isEquipment = ({ element, manager, thirdParty }: Place) => (element || manager) && !thirdParty
const isMediated = ({ fn, thirdParty }: Place) => (MEDIATION.has(fn) || INTAKE.has(fn)) && !thirdParty

export const mgmtJump: Check = {
  id: 'chk-mgmt-jump',
  run: (network) => {
    const origins = network.places.filter(({ thirdParty }) => thirdParty)
    return walk(
      origins,
      ({ plane, via }) => plane === 'management' && !HOSTING.has(via),
      (place) => isMediated(place) || isEquipment(place),
    )
      .filter(({ place }) => isEquipment(place))
      .map(({ place, by, origin }) => ({
        check: 'chk-mgmt-jump',
        records: [place.id, origin.id, by.link.id],
        words: `${origin.name} reaches ${place.name} over the management plane without a jump host or PAM of the operator.`,
      }))
  },
}
