import { test } from 'vitest'
import { expectRoundTrips } from '../testing/round-trip.ts'
import { readOtm, readOtmYaml } from './read.ts'
import { writeOtm, writeOtmYaml } from './write.ts'

test('[EX2] [EX4] [EX5] every record of a board comes back whole, and the same board gives the same bytes', () => {
  expectRoundTrips(writeOtm, readOtm)
})

test('[EX2] [EX4] [EX5] the same as YAML', () => {
  expectRoundTrips(writeOtmYaml, readOtmYaml, 40)
})
