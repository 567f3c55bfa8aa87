import type { BoardResult } from '../analysis/board-result.ts'
import type { AttackPath } from '../analysis/more-paths.ts'
import type { CoreResult, Exposure, Routes } from '../analysis/result.ts'
import type { Sketch } from './sketch.ts'

/** What is drawn of a result. */
type Shown = Pick<BoardResult, 'held' | 'sources' | 'exposures' | 'shownSteps'>
type Exposures = Pick<CoreResult, 'exposures'>

export function drawRisks(
  sketch: Sketch,
  { coverage }: Readonly<{ coverage: Pick<BoardResult['coverage'], 'live'> }>,
): void {
  for (const [component, count] of coverage.live) sketch.component(component).risks = count
}

/** Routes hold all shown paths (AN10, AN11), which stand in for them until they have come. */
export function drawRoutes(sketch: Sketch, result: Shown, routes: Routes | null): void {
  const { held, sources, exposures, shownSteps } = result
  if (routes === null) drawShownPaths(sketch, result)
  for (const mark of ['taken', 'reached'] as const) {
    for (const id of routes?.[mark].components ?? []) sketch.component(id).mark = mark
    for (const id of routes?.[mark].links ?? []) sketch.link(id).mark = mark
  }
  if (exposures.length > 0) sketch.mode = 'routes'
  for (const id of held) sketch.component(id).standing = 'held'
  for (const id of sources) sketch.component(id).standing = 'source'
  for (const { target, kind } of exposures) {
    const paint = sketch.component(target)
    if (kind === 'taken' || paint.standing !== 'taken') paint.standing = kind
  }
  for (const { link, from, to, door } of shownSteps) {
    sketch.walk(link, from)
    if (door) sketch.door(link, to)
  }
}

function drawShownPaths(
  sketch: Sketch,
  { exposures, shownSteps }: Pick<Shown, 'exposures' | 'shownSteps'>,
): void {
  for (const mark of ['reached', 'taken'] as const) {
    for (const { kind, source, target } of exposures)
      if (kind === mark) for (const id of [source, target]) sketch.component(id).mark = mark
    for (const { kind, link, from, to } of shownSteps) {
      if (kind !== mark) continue
      for (const id of [from, to]) sketch.component(id).mark = mark
      sketch.link(link).mark = mark
    }
  }
}

/**
 * One exposure by itself, by the path that is asked for; as gone where only the board before the trial has it. False, and
 * nothing is drawn, where there is no such exposure.
 */
export function drawOneExposure(
  sketch: Sketch,
  { result, before }: Readonly<{ result: Exposures | null; before: Readonly<{ result: Exposures }> | null }>,
  shown: Readonly<{ risk: string; target: string }>,
  { path, hop }: Readonly<{ path: AttackPath | null; hop: number | null }>,
): boolean {
  const find = (exposures: readonly Exposure[] | undefined) =>
    exposures?.find(({ risk, target }) => risk === shown.risk && target === shown.target)
  const there = find(result?.exposures)
  const gone = there === undefined ? find(before?.result.exposures) : undefined
  if (there !== undefined) drawPath(sketch, withPath(there, path), hop)
  else if (gone !== undefined) drawGonePath(sketch, gone)
  else return false
  sketch.mode = 'one'
  return true
}

/** The way in belongs to the source that it leads to. */
function withPath(exposure: Exposure, path: AttackPath | null): Exposure {
  if (path === null || path.path.at(-1) !== exposure.target) return exposure
  return { ...exposure, ...path, entry: path.source === exposure.source ? exposure.entry : null }
}

function drawPath(sketch: Sketch, exposure: Exposure, hop: number | null): void {
  const { kind, path, links, source, target } = exposure
  const looked = hop === null ? undefined : links[hop]
  const strength = (is: boolean) => (looked === undefined ? null : is ? 'looked' : 'quiet')
  walked(exposure).forEach(({ link, from }, index) => {
    const paint = sketch.link(link)
    paint.mark = kind
    paint.step = index + 1
    paint.hop = strength(link === looked)
    sketch.component(from).mark = kind
    sketch.component(from).hop = strength(false)
    sketch.walk(link, from)
  })
  path.forEach((id, place) => {
    const paint = sketch.component(id)
    paint.mark = kind
    paint.hop = strength(hop !== null && (place === hop || place === hop + 1))
  })
  sketch.component(source).standing = 'source'
  sketch.component(target).standing = kind
  if (kind === 'reached') sketch.door(links.at(-1), target)
}

function drawGonePath(sketch: Sketch, exposure: Exposure): void {
  for (const id of exposure.path) sketch.component(id).change = 'gone'
  walked(exposure).forEach(({ link, from }, index) => {
    const paint = sketch.link(link)
    paint.change = 'gone'
    paint.step = index + 1
    sketch.component(from).change = 'gone'
    sketch.walk(link, from)
  })
}

/** The links of a path with the end at which each begins, the way in first. */
function walked({ entry, path, links }: Exposure): readonly { link: string; from: string }[] {
  const hops = links.map((link, hop) => ({ link, from: path[hop] as string }))
  return entry === null ? hops : [{ link: entry.link, from: entry.component }, ...hops]
}
