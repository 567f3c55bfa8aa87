import { BLANK_COMPONENT } from '../../model/blank.ts'
import { withinReach } from '../../model/reach.ts'
import type { CommentSubject, Component, Link, Segment } from '../../model/records.ts'
import type { Draft } from '../draft.ts'
import { withEdits } from '../edits.ts'
import { listIn, textIn } from '../loose.ts'
import { settle } from '../placing.ts'
import { componentOf, linkOf, segmentOf } from './elements.ts'
import type { Ends } from './ends.ts'
import type { Element, Flow, OtmFile } from './file.ts'
import { homesIn } from './homes.ts'
import type { Naming } from './naming.ts'
import type { Own } from './own.ts'

/** The threats of one element. */
export type ThreatsAt = Readonly<{ on: CommentSubject; at: string; entries: readonly unknown[] }>

const NO_PLACE = 'has no place in the diagram: it stands below the rest'
const OPEN_END = '(open end)'

/** Adds segments, components and links, and gives the threats to each and whether the file says where anything stands. */
export function addElements(
  file: OtmFile,
  naming: Naming,
  ends: Ends,
  own: Own | null,
  draft: Draft,
): Readonly<{ threats: readonly ThreatsAt[]; placed: boolean }> {
  const stood = homesIn(file, naming, ends, own)
  const standings = new Map(stood.map((standing) => [standing.id, standing]))
  const places = settle(stood)
  const isPlaced = stood.some(({ box }) => box !== null)
  const placeOf = (id: string) => {
    const place = places.get(id)
    const standing = standings.get(id)
    return {
      home: standing?.home ?? null,
      isKept: standing?.isKept ?? false,
      pos: withinReach(place?.pos ?? [0, 0]),
      size: [place?.size[0] ?? 1, place?.size[1] ?? 1] as [number, number],
      grown: place?.grown ?? false,
    }
  }
  const noPlace = ({ drawn }: Element) => (isPlaced && drawn === null ? [NO_PLACE] : [])

  for (const zone of file.zones) {
    if (naming.isOutside(zone)) continue
    const id = naming.idOf(zone)
    const { home, isKept, pos, size, grown } = placeOf(id)
    const written = own?.written.elements.get(id)
    const record = asEdited<Segment>(
      own?.packed.get('segments', id) ?? null,
      written && segmentOf(written, id, own?.written.file.diagram ?? null),
      segmentOf(zone, id, file.diagram),
    )
    const changes = [
      ...noPlace(zone),
      ...(grown && !isKept ? ['is larger here, so that what stands in it fits'] : []),
      ...(zone.parent?.kind === 'component'
        ? ['lies in a component there, and here in the zone around that']
        : []),
    ]
    const at = zone.id || zone.at
    const segment = isKept ? record : { ...record, parent: home, pos, size }
    if (draft.add('segments', segment, 'trust zone', at)) draft.account.tell('trust zone', at, changes)
  }
  const threats = file.components.map((component): ThreatsAt => {
    const id = naming.idOf(component)
    const { home, isKept, pos } = placeOf(id)
    const ours = own?.packed.get('components', id) ?? null
    const written = own?.written.elements.get(id)
    const outer = component.parent?.kind === 'component' ? naming.elementOf(component.parent) : null
    const nesting = {
      parent: outer === null ? null : naming.idOf(outer),
      isAround: naming.isAround(component),
    }
    const record = asEdited<Component>(
      ours,
      written && own !== null ? componentWritten(written, own) : undefined,
      componentOf(component, id, file.diagram, nesting, ours !== null),
    )
    const at = component.id || component.at
    const changes = [
      ...noPlace(component),
      ...(ours === null && outer !== null
        ? [`lies in the component “${outer.name}” there, and here in the zone around that`]
        : []),
      ...(component.parent !== null && naming.elementOf(component.parent) === null
        ? ['its parent is not in the file: it stands outside']
        : []),
    ]
    const added = isKept ? record : { ...record, segment: home, pos }
    if (draft.add('components', added, 'component', at)) {
      draft.account.tell('component', at, changes)
      if (ours === null) draft.isForeign(id, textIn(component.fields['type']), component.name)
    }
    return { on: { component: id }, at, entries: listIn(component.fields['threats']) }
  })
  for (const id of ends.standIns) {
    const { pos } = placeOf(id)
    draft.add('components', { ...BLANK_COMPONENT, id, name: OPEN_END, pos })
  }
  const ofFlows = file.flows.map((flow) => addLink(flow, ends, own, draft))
  return { threats: [...threats, ...ofFlows], placed: isPlaced }
}

/** The record as it comes: ours, with what was edited in the other tool, or a new one. */
const asEdited = <T extends object>(ours: T | null, was: T | undefined, is: T): T =>
  ours === null ? is : was === undefined ? ours : withEdits(ours, was, is).record

/** A component of ours as the reader sees it in what we would write. */
function componentWritten(element: Element, { written }: Own): Component {
  const parent = element.parent?.kind === 'component' ? element.parent.id : null
  const isAround = written.around.has(element.id)
  return componentOf(element, element.id, written.file.diagram, { parent, isAround }, true)
}

function addLink(flow: Flow, ends: Ends, own: Own | null, draft: Draft): ThreatsAt {
  const id = ends.idOf(flow)
  const { from, to, open } = ends.of(flow)
  const written = own?.written.flows.get(id)
  const link = asEdited<Link>(
    own?.packed.get('links', id) ?? null,
    written && linkOf(written, id, written.source, written.destination),
    linkOf(flow, id, from, to),
  )
  const at = flow.id || flow.at
  const changes = open.map((end) => `has no ${end}: a component “${OPEN_END}” stands in for it`)
  if (draft.add('links', { ...link, ...(written === undefined ? { from, to } : {}) }, 'data flow', at)) {
    draft.account.tell('data flow', at, changes)
  }
  return { on: { link: id }, at, entries: listIn(flow.fields['threats']) }
}
