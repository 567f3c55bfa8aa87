import type { BlastRadius } from '../../core/analysis/questions.ts'
import type { ChokeCounts, Routes } from '../../core/analysis/result.ts'
import { rankedChokes } from '../../state/choke-ranks.ts'
import type { Sketch } from '../../core/paint/sketch.ts'

/** What an attacker who held one component would come to hold and stand at: hypothetical, so never with a mark of routes. */
export function drawBlast(
  sketch: Sketch,
  { component, components, links, targets, held }: BlastRadius,
): void {
  sketch.mode = 'blast'
  for (const id of components) sketch.component(id).blast = 'held'
  for (const id of links) sketch.link(id).blast = true
  for (const { target, kind, path, links: way, fresh } of targets) {
    const paint = sketch.component(target)
    paint.blast = kind
    paint.anyway = !fresh
    way.forEach((id, hop) => sketch.walk(id, path[hop]))
    if (kind === 'reached') sketch.door(way.at(-1), target)
  }
  const origin = sketch.component(component)
  origin.blast = 'origin'
  origin.anyway = held
}

/**
 * What a trial changes about the routes that are drawn. Routes of both boards are wanted: shown paths alone may move without
 * anything going out.
 */
export function drawTrial(
  sketch: Sketch,
  { routes: before }: Readonly<{ routes: Routes | null }>,
  now: Routes | null,
): void {
  if (before === null || now === null) return
  for (const kind of ['components', 'links'] as const) {
    const was = new Set([...before.taken[kind], ...before.reached[kind]])
    const of = (id: string) => (kind === 'links' ? sketch.link(id) : sketch.component(id))
    for (const id of was) if (of(id).mark === null) of(id).change = 'gone'
    for (const [id, { mark }] of sketch[kind]) if (mark !== null && !was.has(id)) of(id).change = 'come'
    if (was.size > 0) sketch.mode = 'routes'
  }
}

export function drawChokePoints(sketch: Sketch, { components, links }: ChokeCounts): void {
  for (const { id, rank } of rankedChokes(components)) sketch.component(id).choke = rank
  for (const { id, rank } of rankedChokes(links)) sketch.link(id).choke = rank
}

export function drawSeparatingSet(sketch: Sketch, links: readonly string[]): void {
  for (const id of links) sketch.link(id).cut = true
}
