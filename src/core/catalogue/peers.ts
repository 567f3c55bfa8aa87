import data from './data/peers.json' with { type: 'json' }
import { lookupTitle } from './lazy.ts'

/**
 * The first interface that the catalogue knows between two functions of this one kind, by its id, without all the other
 * pairs. `data/peers.json` is derived from the records; a test holds it to them.
 */
export const peerInterface = lookupTitle(data)
