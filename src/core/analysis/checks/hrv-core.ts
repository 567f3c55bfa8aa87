import type { Check } from './check.ts'
import type { Place } from './place.ts'
import { CORE_SEGMENTS } from './function-groups.ts'
import { restrictions } from './restricted.ts'

const PARTS: ReadonlySet<string> = new Set([
  ...CORE_SEGMENTS,
  'interconnect',
  'virtualisation',
  'management',
  'security',
  'lawful-intercept',
])
const ZONES: ReadonlySet<string | null> = new Set([
  'core',
  'signalling-edge',
  'virtualisation',
  'management',
  'oversight',
  'privileged',
  'lawful-intercept',
])

const isExcluded = ({ part, zone, oversight, external }: Place) =>
  !external && (oversight || PARTS.has(part) || ZONES.has(zone))

export const hrvCore: Check = {
  id: 'chk-hrv-core',
  run: (network) => {
    const isRestricted = restrictions(network)
    return network.places
      .filter((place) => isExcluded(place) && isRestricted(place))
      .map(({ id, name }) => ({
        check: 'chk-hrv-core',
        records: [id],
        words: `${name} is of a vendor under restriction and stands in core, management or oversight.`,
      }))
  },
}
