import { expect, test } from 'vitest'
import { expectRoundTrips } from '../testing/round-trip.ts'
import { readThreatDragon } from './read.ts'
import { writeThreatDragon } from './write.ts'

test('[EX2] [EX4] [EX5] every record of a board comes back whole, and the same board gives the same bytes', () => {
  expectRoundTrips(writeThreatDragon, readThreatDragon)
})
