import type { Cited } from './types.ts'

/**
 * Whether somebody has checked the record against its source: `seen` is true or `primary`. Everything else (partly,
 * second-hand, from memory, not recorded) is to be shown as unverified.
 */
export const isVerified = (record: Cited): boolean => record.seen === true || record.seen === 'primary'
