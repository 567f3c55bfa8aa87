import type { ShownStep } from '../../analysis/board-result.ts'
import { COVERAGE_STATES } from '../../analysis/coverage.ts'
import { COUNTS_AS_ENDED, findShares, type Share } from '../../analysis/coverage-shares.ts'
import type { CoreResult, Exposure, Routes } from '../../analysis/result.ts'
import { indexById } from '../../model/lookup.ts'
import type { Model } from '../../model/records.ts'
import type { CoverPaint, Paint } from '../../paint/marks.ts'
import { drawOneExposure, drawRisks, drawRoutes } from '../../paint/routes.ts'
import { Sketch } from '../../paint/sketch.ts'

/** Shown paths stand in for routes where those are not there. */
export type PictureResult = CoreResult & Readonly<{ routes?: Routes }>

type Asked = Readonly<{
  mode: 'plain' | 'exposure' | 'coverage'
  /** The one exposure that is shown, if it is one. */
  exposure: Readonly<{ risk: string; target: string }> | null
}>

/** As on the canvas in the mode of that name. */
export function paintedOf(model: Model, result: PictureResult | null, { mode, exposure }: Asked): Paint {
  const sketch = new Sketch(indexById(model.links))
  if (result === null) return sketch
  const { live, component, state } = rowsOf(model, result)
  drawRisks(sketch, { coverage: { live } })
  if (mode === 'coverage') {
    const shares = findShares({ component, state }, model)
    for (const [id, share] of shares.components) Object.assign(sketch.component(id), coverOf(share))
    for (const [id, share] of shares.segments) sketch.segments.set(id, coverOf(share))
  } else if (mode === 'exposure') {
    if (exposure === null)
      drawRoutes(sketch, { ...result, shownSteps: stepsOf(result.exposures) }, result.routes ?? null)
    else drawOneExposure(sketch, { result, before: null }, exposure, { path: null, hop: null })
  }
  return sketch
}

const coverOf = ({ worst, covered, counted }: Share): CoverPaint => ({
  cover: worst,
  covered,
  counted,
  asPlanned: false,
})

/** In these the risk is there no more, or never was. */
const isGone = COVERAGE_STATES.map(
  (state, code) => COUNTS_AS_ENDED[code] === 1 || state === 'verified' || state === 'removed',
)

/** Instances as numbers of components and of states, and how many of them are live by component. */
function rowsOf({ components }: Model, { coverage }: CoreResult) {
  const places = new Map(components.map(({ id }, place) => [id, place]))
  const codes = new Map(COVERAGE_STATES.map((state, code) => [state as string, code]))
  const live = new Map<string, number>()
  const rows = coverage.instances.flatMap((instance) => {
    const [place, code] = [places.get(instance.component), codes.get(instance.state)]
    if (place === undefined || code === undefined) return []
    if (isGone[code] !== true) live.set(instance.component, (live.get(instance.component) ?? 0) + 1)
    return [{ place, code }]
  })
  return {
    live,
    component: Int32Array.from(rows, ({ place }) => place),
    state: Uint8Array.from(rows, ({ code }) => code),
  }
}

/** Every step of a shown path once; one of something taken goes before the same of something reached. */
function stepsOf(exposures: readonly Exposure[]): readonly ShownStep[] {
  const steps = new Map<string, ShownStep>()
  for (const { kind, path, links } of exposures)
    links.forEach((link, hop) => {
      const [from, to] = [path[hop], path[hop + 1]]
      if (from === undefined || to === undefined) return
      const key = `${link} ${from}`
      const before = steps.get(key)
      const door = before?.door === true || (kind === 'reached' && hop === links.length - 1)
      steps.set(key, { link, from, to, kind: before?.kind === 'taken' ? 'taken' : kind, door })
    })
  return [...steps.values()]
}
