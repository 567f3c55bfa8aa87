import { ELK_DIRECTIONS, type ElkGraph, elkGraphOf, placesIn } from '../core/layout/auto/elk-graph.ts'
import { costOf, type Home, type Places } from '../core/layout/auto/home.ts'
import { Planning } from '../core/layout/auto/plan.ts'
import type { Model } from '../core/model/records.ts'

/** As much of elkjs as is asked for: made from its bundle, or from its API and a worker of the caller's own. */
export type Elk = Readonly<{ layout: (graph: ElkGraph) => Promise<ElkGraph> }>

export type AutoLayoutOptions = Readonly<{
  /** Once it is aborted, `AbortSignal.timeout(ms)` say, elk is asked no more, and an answer under way is not waited for. */
  signal?: AbortSignal
}>

/** Elk takes a second for this many blocks in one home; for a thousand it fails, going deeper into itself than the stack. */
const MOST_LAYERED = 100
/** On a board with more, asking for every home would take minutes. */
const MOST_COMPONENTS = 300
/** Two blocks beside each other need nobody's advice. */
const LEAST_LAYERED = 3

/**
 * A normalised model with a place for everything: each home as it was planned, or in the layers of elk where these are better by
 * the same measure. Never rejects: without elk, or where it fails or is late, everything is as it was planned. The same model
 * gives the same places, unless elk was late.
 */
export async function autoLayout(
  model: Model,
  elk: Elk | null,
  { signal }: AutoLayoutOptions = {},
): Promise<Model> {
  const planning = new Planning(model)
  const adviser = model.components.length > MOST_COMPONENTS ? null : elk
  for (const id of planning.homes) {
    const tied = planning.tied(id)
    const planned = planning.planned(tied)
    const size = tied.blocks.length
    const isAsked = adviser !== null && size >= LEAST_LAYERED && size <= MOST_LAYERED
    const layered = isAsked ? await layeredBy(adviser, tied, signal) : []
    planning.settle(id, bestOf(tied, [planned, ...layered]))
  }
  return planning.finish()
}

/** The first of the cheapest. */
function bestOf(home: Home, candidates: readonly [Places, ...Places[]]): Places {
  let [best] = candidates
  for (const each of candidates) if (costOf(home, each) < costOf(home, best)) best = each
  return best
}

async function layeredBy(elk: Elk, home: Home, signal: AbortSignal | undefined): Promise<Places[]> {
  const found: Places[] = []
  for (const direction of ELK_DIRECTIONS) {
    if (signal?.aborted === true) return found
    try {
      const answer = await orAborted(elk.layout(elkGraphOf(home, direction)), signal)
      const places = answer === null ? null : placesIn(home, answer)
      if (places !== null) found.push(places)
    } catch {
      return found
    }
  }
  return found
}

/** Null as soon as the signal is aborted. */
async function orAborted<T>(answer: Promise<T>, signal: AbortSignal | undefined): Promise<T | null> {
  if (signal === undefined) return answer
  let stop: (() => void) | undefined
  const aborted = new Promise<null>((resolve) => {
    stop = () => resolve(null)
    if (signal.aborted) resolve(null)
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([answer, aborted])
  } finally {
    if (stop !== undefined) signal.removeEventListener('abort', stop)
  }
}
