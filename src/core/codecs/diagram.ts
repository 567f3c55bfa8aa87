import { componentName, linkName } from '../analysis/naming.ts'
import type { Routes } from '../analysis/result.ts'
import { grouped } from '../analysis/grouped.ts'
import { defaultCriticality } from '../catalogue/defaults.ts'
import { functionById } from '../catalogue/functions.ts'
import { type Component, KINDS, type Kind, type Link, type Model, type Segment } from '../model/records.ts'
import { analysed } from './analysed.ts'
import { Account, type Report } from './report.ts'

/** What a diagram in another tool's language shows of a board. */
export type Diagram = Readonly<{
  title: string
  /** What stands in no segment. */
  loose: readonly Node[]
  areas: readonly Area[]
  edges: readonly Edge[]
}>

export type Area = Readonly<{
  segment: Segment
  name: string
  nodes: readonly Node[]
  areas: readonly Area[]
}>

export type Node = Readonly<{
  component: Component
  /** Its name, and what it is where the name does not say so. */
  lines: readonly string[]
  isCritical: boolean
  on: OnRoute
}>

export type Edge = Readonly<{ link: Link; label: string; on: OnRoute }>

/** Whether it lies on a route by which something is taken, else reached. */
type OnRoute = 'taken' | 'reached' | null

/** The colours of routes, as six hex digits: lines, and what is filled. */
export const ROUTE_COLOURS = {
  taken: { line: 'b3261e', fill: 'f9dedc' },
  reached: { line: 'b26a00', fill: 'ffecc8' },
} as const

/** Routes are those of the day and of the model's own scenario; none where the model is too large to be analysed. */
export function diagramOf(model: Model, date: string): Diagram {
  const result = analysed(model, date)
  const routes = typeof result === 'string' ? NO_ROUTES : result.routes
  const components = marksIn(routes, 'components')
  const links = marksIn(routes, 'links')
  const nodes = grouped(
    model.components.map((component) => nodeOf(component, components(component.id))),
    ({ component }) => component.segment,
  )
  const segments = grouped(model.segments, drawnParents(model.segments))
  const within = (parent: string | null): readonly Area[] =>
    (segments.get(parent) ?? []).map((segment) => ({
      segment,
      name: segment.name || 'Segment',
      nodes: nodes.get(segment.id) ?? [],
      areas: within(segment.id),
    }))
  return {
    title: model.meta.title,
    loose: nodes.get(null) ?? [],
    areas: within(null),
    edges: model.links.map((link) => ({ link, label: linkName(link), on: links(link.id) })),
  }
}

/** Deeper than anybody nests, and shallow enough to go down and to be indented. */
const MOST_NESTED = 40

/** The segment that each is drawn in: what is nested deeper than that stands beside what it is in. */
function drawnParents(segments: readonly Segment[]): (segment: Segment) => string | null {
  const levels = new Map<string, Readonly<{ level: number; drawn: string | null }>>()
  // Parents come before their children in a normalised model.
  for (const { id, parent } of segments) {
    const around = parent === null ? undefined : levels.get(parent)
    if (around === undefined) levels.set(id, { level: 0, drawn: null })
    else if (around.level < MOST_NESTED) levels.set(id, { level: around.level + 1, drawn: parent })
    else levels.set(id, around)
  }
  return ({ id }) => levels.get(id)?.drawn ?? null
}

const NO_ROUTES: Routes = {
  taken: { components: [], links: [] },
  reached: { components: [], links: [] },
}

function marksIn({ taken, reached }: Routes, kind: 'components' | 'links'): (id: string) => OnRoute {
  const [first, second] = [new Set(taken[kind]), new Set(reached[kind])]
  return (id) => (first.has(id) ? 'taken' : second.has(id) ? 'reached' : null)
}

function nodeOf(component: Component, on: OnRoute): Node {
  const { criticality, function: kind } = component
  const name = componentName(component)
  const called = functionById(kind)?.name ?? kind ?? ''
  const isSaid = called === '' || name.toLowerCase().includes(called.toLowerCase())
  return {
    component,
    lines: isSaid ? [name] : [name, called],
    isCritical: (criticality ?? defaultCriticality(kind)) === 'critical',
    on,
  }
}

const SHOWN: Readonly<Partial<Record<Kind, string>>> = {
  segments: 'shows its name and what stands in it',
  components: 'shows its name, its function and whether it lies on a route',
  links: 'shows its ends, its name and whether it lies on a route',
}

/** What becomes of the records of a board in a diagram that shows it and is not read back. */
export function diagramReport(model: Model): Report {
  const account = new Account()
  for (const kind of KINDS) {
    const shown = SHOWN[kind]
    for (const { id } of model[kind]) {
      if (shown === undefined) account.dropped(kind, id, 'is nothing that a diagram shows')
      else account.changed(kind, id, shown)
    }
  }
  return account.report
}
