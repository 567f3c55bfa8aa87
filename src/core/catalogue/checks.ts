import data from './data/checks.json' with { type: 'json' }
import { lookupById } from './lazy.ts'
import type { DesignCheck } from './types.ts'

/** The design checks. */
export const checks = data as readonly DesignCheck[]

/** The design check of that id. */
export const checkById = lookupById(checks)
