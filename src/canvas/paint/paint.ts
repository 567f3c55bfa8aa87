import type { CoreResult, Exposure, Routes } from '../../core/analysis/result.ts'
import type { Link } from '../../core/model/records.ts'
import type { AnalysisState } from '../../state/analysis-store.ts'
import type { ExposureKey } from '../../state/selection-store.ts'

type Mark = 'taken' | 'reached'

/** What a component is to the attack: a critical function that falls or has him at its door, where it begins, or held. */
export type Standing = 'taken' | 'reached' | 'source' | 'held'

export type ComponentPaint = Readonly<{
  /** On a route of that layer. */
  mark: Mark | null
  standing: Standing | null
  /** Risks that are live there. */
  risks: number
}>

export type LinkPaint = Readonly<{
  mark: Mark | null
  /** Which way the shown paths go along it: from its `from` end, against that, or both. */
  flow: 'forward' | 'backward' | 'both' | null
  /** The end at which the attacker stands before a closed door. */
  door: 'from' | 'to' | null
  /** Its number on the one path that is shown, from 1. */
  step: number | null
}>

/** `routes`: all routes are marked and the rest recedes. `one`: the same for a single path. `plain`: nothing recedes. */
type PaintMode = 'plain' | 'routes' | 'one'

/** How exposure is painted. What is not in the maps is like `NO_COMPONENT_PAINT` or `NO_LINK_PAINT`. */
export type Paint = Readonly<{
  mode: PaintMode
  components: ReadonlyMap<string, ComponentPaint>
  links: ReadonlyMap<string, LinkPaint>
}>

export const NO_COMPONENT_PAINT: ComponentPaint = { mark: null, standing: null, risks: 0 }
export const NO_LINK_PAINT: LinkPaint = { mark: null, flow: null, door: null, step: null }

/** What the analysis has answered so far. */
export type Seen = Pick<AnalysisState, 'result' | 'routes'>

type Ends = ReadonlyMap<string, Pick<Link, 'from' | 'to'>>

/**
 * What to paint: live risks always; routes, doors and what is held where `exposed` asks for them; of these only one path
 * where `shown` names an exposure that there is.
 */
export function paintOf(
  { result, routes }: Seen,
  links: Ends,
  exposed: boolean,
  shown: ExposureKey | null,
): Paint {
  const drawing = new Drawing(links)
  if (result !== null) {
    drawing.risks(result)
    const one =
      shown && result.exposures.find(({ risk, target }) => risk === shown.risk && target === shown.target)
    if (exposed && one) drawing.path(one)
    else if (exposed) drawing.routes(result, routes)
  }
  return drawing
}

class Drawing implements Paint {
  mode: PaintMode = 'plain'
  readonly components = new Map<string, ComponentPaint>()
  readonly links = new Map<string, LinkPaint>()
  readonly #ends: Ends

  constructor(ends: Ends) {
    this.#ends = ends
  }

  risks({ coverage }: CoreResult): void {
    for (const { component, state } of coverage.instances) {
      if (GONE.has(state)) continue
      const before = this.components.get(component) ?? NO_COMPONENT_PAINT
      this.components.set(component, { ...before, risks: before.risks + 1 })
    }
  }

  /** Shown paths lie on routes, which come a moment after them. */
  routes({ held, sources, exposures }: CoreResult, routes: Routes | null): void {
    for (const mark of ['reached', 'taken'] as const) {
      for (const { kind, path, links } of exposures) {
        if (kind !== mark) continue
        for (const id of path) this.#component(id, { mark })
        for (const id of links) this.#link(id, { mark })
      }
    }
    for (const mark of ['taken', 'reached'] as const) {
      for (const id of routes?.[mark].components ?? []) this.#component(id, { mark })
      for (const id of routes?.[mark].links ?? []) this.#link(id, { mark })
    }
    if (this.links.size > 0 || [...this.components.values()].some(({ mark }) => mark !== null))
      this.mode = 'routes'
    for (const id of held) this.#component(id, { standing: 'held' })
    for (const id of sources) this.#component(id, { standing: 'source' })
    for (const { target, kind } of exposures) {
      if (kind === 'taken' || this.components.get(target)?.standing !== 'taken')
        this.#component(target, { standing: kind })
    }
    for (const exposure of exposures) {
      exposure.links.forEach((id, hop) => this.#walk(id, exposure.path[hop] ?? null))
      if (exposure.kind === 'reached') this.#door(exposure)
    }
  }

  path(exposure: Exposure): void {
    const { kind, path, links, entry, source, target } = exposure
    this.mode = 'one'
    for (const id of path) this.#component(id, { mark: kind })
    this.#component(source, { standing: 'source' })
    this.#component(target, { standing: kind })
    const walked = entry === null ? links : [entry.link, ...links]
    const from = entry === null ? path : [entry.component, ...path]
    if (entry !== null) this.#component(entry.component, { mark: kind })
    walked.forEach((id, hop) => {
      this.#link(id, { mark: kind, step: hop + 1 })
      this.#walk(id, from[hop] ?? null)
    })
    if (kind === 'reached') this.#door(exposure)
  }

  /** Only what lies on a route has a direction. */
  #walk(id: string, start: string | null): void {
    const before = this.links.get(id)
    const ends = this.#ends.get(id)
    if (before === undefined || before.mark === null || ends === undefined) return
    const way = ends.from === start ? 'forward' : 'backward'
    this.#link(id, { flow: before.flow === null || before.flow === way ? way : 'both' })
  }

  #door({ links, target }: Exposure): void {
    const id = links.at(-1)
    const ends = id === undefined ? undefined : this.#ends.get(id)
    if (id !== undefined && ends !== undefined) this.#link(id, { door: ends.to === target ? 'to' : 'from' })
  }

  #component(id: string, change: Partial<ComponentPaint>): void {
    this.components.set(id, { ...(this.components.get(id) ?? NO_COMPONENT_PAINT), ...change })
  }

  #link(id: string, change: Partial<LinkPaint>): void {
    this.links.set(id, { ...(this.links.get(id) ?? NO_LINK_PAINT), ...change })
  }
}

/** States of coverage in which the risk is not live at the component. */
const GONE: ReadonlySet<string> = new Set(['closed', 'not-applicable', 'verified', 'removed'])
