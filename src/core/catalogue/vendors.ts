import data from './data/vendors.json' with { type: 'json' }
import type { KnownVendor } from './types.ts'

/** Names to offer where a vendor is entered. Being listed, or not, says nothing about a vendor. */
export const knownVendors: readonly KnownVendor[] = data.vendors

/** Where the whole list comes from; single vendors have no source of their own. */
export const knownVendorsSource: string = data.source
