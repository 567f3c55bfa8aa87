import data from './data/zones.json' with { type: 'json' }
import { lookupById } from './lazy.ts'
import type { Zone } from './types.ts'

/** The trust zones. */
export const zones: readonly Zone[] = data

/** The trust zone that `segments[].zone` of a model names. */
export const zoneById = lookupById(zones)
