import data from './data/functions.json' with { type: 'json' }
import { lazy, lookupById } from './lazy.ts'
import { segments } from './segments.ts'
import type { NetworkFunction, Segment } from './types.ts'

/** Every network function, in catalogue order. */
export const functions = data as readonly NetworkFunction[]

/** The function that `components[].function` of a model names. */
export const functionById = lookupById(functions)

export type SegmentGroup = { readonly segment: Segment; readonly functions: readonly NetworkFunction[] }

/** The functions of each segment, for the palette: segments by their order, functions in catalogue order. */
export const functionsBySegment: () => readonly SegmentGroup[] = lazy(() =>
  segments
    .toSorted((a, b) => a.order - b.order)
    .map((segment) => ({ segment, functions: functions.filter((item) => item.segment === segment.id) })),
)
