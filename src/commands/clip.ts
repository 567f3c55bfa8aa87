import { defaultEffect } from '../core/catalogue/defaults.ts'
import { frameOf, type Placed, placedIn } from '../core/layout/frames.ts'
import { parseJson } from '../core/model/json.ts'
import { normalise } from '../core/model/normalise.ts'
import { readModel } from '../core/model/parse.ts'
import { inWords } from '../core/model/problem.ts'
import { withinReach } from '../core/model/reach.ts'
import {
  FORMAT,
  KINDS,
  type Mitigation,
  type Model,
  type RiskSubject,
  VERSION,
} from '../core/model/records.ts'
import { segmentsAround } from './placed.ts'
import { subjectId } from './remove.ts'

/** A piece of a board: a model of its own, whose outermost records stand where they stood on the open canvas. */
export type Clip = Model

const CLIP_FORMAT = 'ringfence-clip'
const CLIP_VERSION = 1
const MOST_CHARACTERS = 16 * 1024 * 1024
const MOST_RECORDS = 5000

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
    components: components.map((each) =>
      loose(each.segment) ? { ...each, ...standing(each.id), segment: null } : each,
    ),
    notes: notes.map((each) =>
      loose(each.segment) ? { ...each, ...standing(each.id), segment: null } : each,
    ),
    vendors,
    links,
    risks,
    mitigations,
    comments: [],
    reviews: [],
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

/** Reads a text that may come from anywhere. Never throws; a string says why it is no clip, null that it never was one. */
export function readClip(text: string): Clip | string | null {
  if (!text.includes(CLIP_FORMAT)) return null
  const json = parseJson(text, { characters: MOST_CHARACTERS, depth: 64 })
  if (!json.ok) return json.problems.map(inWords).join('\n')
  if (typeof json.value !== 'object' || json.value === null) return null
  const { format, version, ...lists } = json.value as Record<string, unknown>
  if (format !== CLIP_FORMAT) return null
  if (version !== CLIP_VERSION) return 'It was copied by another version of Ringfence; reload both boards.'
  const known = Object.fromEntries(KINDS.filter((kind) => kind in lists).map((kind) => [kind, lists[kind]]))
  const parsed = readModel({ format: FORMAT, version: VERSION, ...known })
  if (!parsed.ok) return parsed.problems.slice(0, 3).map(inWords).join('\n')
  if (KINDS.reduce((sum, kind) => sum + parsed.value[kind].length, 0) > MOST_RECORDS) {
    return `It has more than ${MOST_RECORDS} records; open it as a file instead.`
  }
  return normalise(parsed.value).model
}
