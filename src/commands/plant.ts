import type { Editor } from '../collab/doc/board-doc.ts'
import { frameOf, type Placed, placedIn } from '../core/layout/frames.ts'
import { recordIn } from '../core/model/lookup.ts'
import type { Model, Point, Vendor } from '../core/model/records.ts'
import { mitigationSubjectBy, riskSubjectBy } from '../core/model/subjects.ts'
import { type Clip, narrowed } from './clip.ts'
import { rounded } from './create.ts'
import { newId } from './new-id.ts'

/** The kinds that a clip brings, each after those that it refers to. */
const PLANTED = ['vendors', 'segments', 'components', 'notes', 'links', 'risks', 'mitigations'] as const
type Planted = { readonly [K in (typeof PLANTED)[number]]: Model[K] }

/** What pasting would add: records under new ids, and the outermost of them, to be selected. */
export type Planting = Readonly<{ records: Planted; outermost: readonly string[] }>

/** Where an outermost record goes, given its id in the clip and its place there on the open canvas. */
export type PlaceOf = (id: string, at: Point) => Readonly<{ home: string | null; pos: Point }>

/**
 * Makes a clip's records new to a model. A vendor that the model knows by name is used, with the risks and mitigations
 * that the model has for it; only a vendor that is new brings its own.
 */
export function plant(clip: Clip, model: Model, placeOf: PlaceOf): Planting {
  const vendorIds = new Map<string, string>()
  const ids = new Map<string, string>()
  for (const vendor of clip.vendors) {
    const known = sameVendor(model, vendor)
    vendorIds.set(vendor.id, known ?? newId('vendors'))
    if (known === null) ids.set(vendor.id, vendorIds.get(vendor.id) as string)
  }
  for (const kind of PLANTED) {
    if (kind === 'vendors') continue
    for (const { id } of clip[kind]) ids.set(id, newId(kind))
  }
  const risks = clip.risks.filter(({ on }) => 'component' in on || ids.has(on.vendor))
  for (const { id } of clip.risks) if (!risks.some((risk) => risk.id === id)) ids.delete(id)

  const idOf = (id: string): string => ids.get(id) as string
  const orNull = (id: string | null): string | null => (id === null ? null : idOf(id))
  const outermost: string[] = []
  const stand = (id: string, home: string | null, pos: Point) => {
    if (home !== null) return { home: idOf(home), pos: [pos[0], pos[1]] as [number, number] }
    outermost.push(idOf(id))
    const { at } = frameOf(clip, placedIn(clip, id) as Placed)
    const place = placeOf(id, at)
    return { home: place.home, pos: rounded(place.pos) }
  }
  const nameFor = freshNames([...model.components, ...model.segments])
  const records: Planted = {
    vendors: clip.vendors
      .filter(({ id }) => ids.has(id))
      .map((vendor) => ({ ...vendor, id: idOf(vendor.id) })),
    segments: clip.segments.map((segment) => {
      const { home, pos } = stand(segment.id, segment.parent, segment.pos)
      return { ...segment, id: idOf(segment.id), name: nameFor(segment.name), parent: home, pos }
    }),
    components: clip.components.map((component) => {
      const { home, pos } = stand(component.id, component.segment, component.pos)
      const vendor = component.vendor === null ? null : (vendorIds.get(component.vendor) ?? null)
      return {
        ...component,
        id: idOf(component.id),
        name: nameFor(component.name),
        segment: home,
        host: component.host === null ? null : idOf(component.host),
        vendor,
        pos,
      }
    }),
    notes: clip.notes.map((note) => {
      const { home, pos } = stand(note.id, note.segment, note.pos)
      return { ...note, id: idOf(note.id), segment: home, pos }
    }),
    links: clip.links.map((link) => ({
      ...link,
      id: idOf(link.id),
      from: orNull(link.from),
      to: orNull(link.to),
    })),
    risks: risks.map((risk) => ({ ...risk, id: idOf(risk.id), on: riskSubjectBy(risk.on, idOf) })),
    mitigations: clip.mitigations
      .flatMap((mitigation) => narrowed(mitigation, ids))
      .map((mitigation) => ({
        ...mitigation,
        id: idOf(mitigation.id),
        on: mitigation.on.map((subject) => mitigationSubjectBy(subject, idOf)),
        treats: mitigation.treats.map(idOf),
      })),
  }
  return { records, outermost }
}

/** Writes a planting; the caller's edit makes it one undo step. */
export function writePlanting({ records }: Planting, editor: Editor): void {
  for (const vendor of records.vendors) editor.create('vendors', vendor)
  for (const segment of records.segments) editor.create('segments', segment)
  for (const component of records.components) editor.create('components', component)
  for (const note of records.notes) editor.create('notes', note)
  for (const link of records.links) editor.create('links', link)
  for (const risk of records.risks) editor.create('risks', risk)
  for (const mitigation of records.mitigations) editor.create('mitigations', mitigation)
}

/** Ids alone would not do: boards made of the same template share them. */
function sameVendor(model: Model, { id, name }: Vendor): string | null {
  if (recordIn(model, 'vendors', id)?.name === name) return id
  const plain = (text: string) => text.trim().toLowerCase()
  if (plain(name) === '') return null
  return model.vendors.find((vendor) => plain(vendor.name) === plain(name))?.id ?? null
}

/** Gives each name as it is if it is free, else with the next number: after `AMF 1` comes `AMF 2`. */
function freshNames(records: readonly { readonly name: string }[]): (name: string) => string {
  const taken = new Set(records.map(({ name }) => name))
  return (name) => {
    const [, base = name, count] = /^(.*?)(?: (\d{1,6}))?$/s.exec(name) ?? []
    let fresh = name
    if (name !== '') for (let n = Number(count ?? 1) + 1; taken.has(fresh); n++) fresh = `${base} ${n}`
    taken.add(fresh)
    return fresh
  }
}
