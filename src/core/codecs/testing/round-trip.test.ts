import { test } from 'vitest'
import { readRingfence, writeRingfence } from '../ringfence/ringfence.ts'
import { expectRoundTrips } from './round-trip.ts'

test('[EX4] [EX5] a board goes through its own format whole, and always by the same bytes', () => {
  expectRoundTrips(writeRingfence, readRingfence)
})
