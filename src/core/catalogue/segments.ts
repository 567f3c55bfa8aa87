import data from './data/segments.json' with { type: 'json' }
import { lookupById } from './lazy.ts'
import type { Segment } from './types.ts'

/** The parts of a network, in the order of the palette. */
export const segments: readonly Segment[] = data.segments

/** Where the whole list comes from; single segments have no source of their own. */
export const segmentsSource: string = data.source

/** The segment kind that `segments[].kind` of a model names. */
export const segmentById = lookupById(segments)
