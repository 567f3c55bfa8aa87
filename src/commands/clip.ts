import { defaultEffect } from '../core/catalogue/defaults.ts'
import { frameOf, type Placed, placedIn } from '../core/layout/frames.ts'
import { withinReach } from '../core/model/reach.ts'
import { KINDS, type Mitigation, type Model, type RiskSubject } from '../core/model/records.ts'
import { segmentsAround } from './placed.ts'
import { subjectId } from './remove.ts'

/** A piece of a board: a model of its own, whose outermost records stand where they stood on the open canvas. */
export type Clip = Model

export const CLIP_FORMAT = 'ringfence-clip'
export const CLIP_VERSION = 1

/**
 * Takes components, notes and segments with all that lies in them, the links among them, the vendors of the components,
 * the risks that apply to them, and of mitigations what bears on these. Ids of other records are passed over.
 */
export function clipOf(model: Model, ids: Iterable<string>): Clip {
  const wanted = new Set(ids)
  const isIn = (id: string, home: string | null) =>
    wanted.has(id) || segmentsAround(model, home).some((segment) => wanted.has(segment))
  const segments = model.segments.filter(({ id, parent }) => isIn(id, parent))
  const components = model.components.filter(({ id, segment }) => isIn(id, segment))
  const notes = model.notes.filter(({ id, segment }) => isIn(id, segment))

  const taken = new Set([...segments, ...components, ...notes].map(({ id }) => id))
  const take = <T extends { readonly id: string }>(
    records: readonly T[],
    belongs: (record: T) => boolean,
  ) => {
    const chosen = records.filter(belongs)
    for (const { id } of chosen) taken.add(id)
    return chosen
  }
  const links = take(model.links, ({ from, to }) => taken.has(from ?? '') && taken.has(to ?? ''))
  const vendorIds = new Set(components.map(({ vendor }) => vendor))
  const vendors = take(model.vendors, ({ id }) => vendorIds.has(id))
  const products = new Set(components.map(({ vendor, product }) => JSON.stringify([vendor, product])))
  const risks = take(model.risks, ({ on }) => taken.has(ownerOf(on)) && applies(on, products))
  const mitigations = model.mitigations.flatMap((mitigation) => narrowed(mitigation, taken))

  const standing = (id: string): { pos: [number, number] } => {
    return { pos: withinReach(frameOf(model, placedIn(model, id) as Placed).at) }
  }
  const loose = (home: string | null) => home === null || !taken.has(home)
  return {
    ...model,
    segments: segments.map((each) =>
      loose(each.parent) ? { ...each, ...standing(each.id), parent: null } : each,
    ),
    components: components
      .map((each) => (loose(each.segment) ? { ...each, ...standing(each.id), segment: null } : each))
      .map((each) => (each.host === null || taken.has(each.host) ? each : { ...each, host: null })),
    notes: notes.map((each) =>
      loose(each.segment) ? { ...each, ...standing(each.id), segment: null } : each,
    ),
    vendors,
    links,
    risks,
    mitigations,
    comments: [],
    reviews: [],
    products: [],
    statements: [],
    threats: [],
    waivers: [],
    entries: [],
  }
}

/**
 * A mitigation as far as it bears on what was taken; none where it does not. One that named what it covers must not be
 * left with an empty `on`, which would cover everything (AN3); one whose risks all stayed behind does something only
 * where it cuts by itself (AN5).
 */
export function narrowed(mitigation: Mitigation, taken: { has(id: string): boolean }): Mitigation[] {
  const on = mitigation.on.filter((subject) => taken.has(subjectId(subject)))
  const treats = mitigation.treats.filter((risk) => taken.has(risk))
  if (on.length === 0 && (mitigation.on.length > 0 || treats.length === 0)) return []
  if (treats.length === 0 && mitigation.treats.length > 0 && !cuts(mitigation)) return []
  return [{ ...mitigation, on, treats }]
}

function cuts({ effect, control }: Mitigation): boolean {
  const what = effect ?? defaultEffect(control)
  return what === 'blocks-propagation' || what === 'contains-node'
}

const ownerOf = (on: RiskSubject): string => ('component' in on ? on.component : on.vendor)

/** AN2, for a risk whose vendor was taken: one on a product goes along only with a component of that product. */
const applies = (on: RiskSubject, products: ReadonlySet<string>): boolean =>
  'component' in on || (on.product ?? null) === null || products.has(JSON.stringify([on.vendor, on.product]))

/** The text of a clip, as it lies on the clipboard. */
export function writeClip(clip: Clip): string {
  const lists = KINDS.map((kind) => [kind, clip[kind]] as const).filter(([, records]) => records.length > 0)
  return JSON.stringify({ format: CLIP_FORMAT, version: CLIP_VERSION, ...Object.fromEntries(lists) })
}
