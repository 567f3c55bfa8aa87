import { BLANK_COMPONENT, BLANK_LINK, BLANK_RISK } from '../core/model/blank.ts'
import { functionById } from '../core/catalogue/functions.ts'
import { interfaceTitle } from '../core/catalogue/titles.ts'
import { categoryTitle, controlTitle } from '../core/catalogue/titles.ts'
import { segmentById } from '../core/catalogue/segments.ts'
import { boardFrames } from '../core/layout/board-frames.ts'
import { fitsInto, freeSpot } from '../core/layout/free-spot.ts'
import { segmentUnder } from '../core/layout/membership.ts'
import { withinReach } from '../core/model/reach.ts'
import type { Component, Link, MitigationSubject, Point, RiskSubject } from '../core/model/records.ts'
import type { MitigationStatus } from '../core/model/terms.ts'
import { select } from '../state/selection-store.ts'
import { NEW_MITIGATION, NEW_RISK, setView } from '../state/view-store.ts'
import { type Command, command, type CommandContext } from './command.ts'
import { newId } from './new-id.ts'

/** `pos` is relative to `segment`. The new record is selected. */
export const addComponent: Command<{
  function: string | null
  pos: Point
  segment: string | null
  name?: string
}> = command({
  id: 'component.add',
  label: 'Add component',
  icon: 'component',
  group: 'create',
  role: 'editor',
  run: ({ edit, model }, { function: fn, pos, segment, name }) => {
    const id = newId('components')
    const base = name ?? (fn === null ? 'Component' : (functionById(fn)?.name ?? fn))
    const title = name ?? uniqueName(base, model.components)
    edit(`Add ${title}`, (editor) =>
      editor.create('components', { ...blankComponent(id, title), function: fn, segment, pos: rounded(pos) }),
    )
    select([id])
  },
})

export const addSegment: Command<{ kind: string | null; pos: Point; parent: string | null; size?: Point }> =
  command({
    id: 'segment.add',
    label: 'Add segment',
    icon: 'segment',
    group: 'create',
    role: 'editor',
    run: ({ edit, model }, { kind, pos, parent, size = SEGMENT_SIZE }) => {
      const id = newId('segments')
      const name = uniqueName(kind === null ? 'Segment' : (segmentById(kind)?.name ?? kind), model.segments)
      edit(`Add ${name}`, (editor) =>
        editor.create('segments', {
          id,
          name,
          kind,
          parent,
          zone: null,
          pos: rounded(pos),
          size: rounded(size),
        }),
      )
      select([id])
    },
  })

export const addNote: Command<{ pos: Point; segment: string | null }> = command({
  id: 'note.add',
  label: 'Add note',
  icon: 'note',
  group: 'create',
  role: 'editor',
  run: ({ edit }, { pos, segment }) => {
    const id = newId('notes')
    edit('Add note', (editor) =>
      editor.create('notes', { id, text: '', segment, pos: rounded(pos), size: rounded(NOTE_SIZE) }),
    )
    select([id])
  },
})

/** `from` is the controlling end (AN4). A null interface is one of the team's own. */
export const addLink: Command<{ from: string; to: string; interface: string | null }> = command({
  id: 'link.add',
  label: 'Connect',
  icon: 'link',
  group: 'create',
  role: 'editor',
  run: ({ edit, host }, { from, to, interface: name }) => {
    const id = newId('links')
    const title = name === null ? 'link' : (interfaceTitle(name) ?? name)
    edit(`Connect by ${title}`, (editor) => editor.create('links', blankLink(id, from, to, name)))
    select([id])
    host.announce(`Connected by ${title}`)
  },
})

export const addVendor: Command<{ name: string; forComponents?: readonly string[] }> = command({
  id: 'vendor.add',
  label: 'Add vendor',
  icon: 'vendor',
  group: 'create',
  role: 'editor',
  run: ({ edit }, { name, forComponents }) => {
    const id = newId('vendors')
    edit(`Add vendor ${name}`, (editor) => {
      editor.create('vendors', { id, name, restricted: false })
      for (const component of forComponents ?? []) editor.set('components', component, { vendor: id })
    })
    // Made for a component, the vendor is a detail of that component: what is inspected stays.
    if (forComponents === undefined) setView({ inspected: id })
  },
})

export const addRisk: Command<{ category: string | null; on: RiskSubject; title?: string }> = command({
  id: 'risk.add',
  label: 'Record a risk',
  icon: 'risk',
  group: 'create',
  role: 'editor',
  run: ({ edit }, { category, on, title }) => {
    const id = newId('risks')
    const name = title ?? (category === null ? 'New risk' : (categoryTitle(category) ?? category))
    edit(`Record risk: ${name}`, (editor) =>
      editor.create('risks', {
        ...BLANK_RISK,
        id,
        title: name,
        category,
        on,
      }),
    )
    setView({ inspected: id })
  },
})

/** An empty `on` covers everything (AN3), so the caller always says what is covered. */
export const addMitigation: Command<{
  control: string | null
  treats: readonly string[]
  on: readonly MitigationSubject[]
  title?: string
  status?: MitigationStatus
}> = command({
  id: 'mitigation.add',
  label: 'Add a mitigation',
  icon: 'mitigation',
  group: 'create',
  role: 'editor',
  run: ({ edit }, { control, treats, on, title, status = 'proposed' }) => {
    const id = newId('mitigations')
    const name = title ?? (control === null ? 'New mitigation' : (controlTitle(control) ?? control))
    edit(`Add mitigation: ${name}`, (editor) =>
      editor.create('mitigations', {
        id,
        title: name,
        control,
        effect: control === null ? 'governs' : null,
        treats,
        on,
        status,
        effort: null,
        due: null,
        owner: '',
        evidence: [],
      }),
    )
    setView({ inspected: id })
  },
})

/** Makes a segment in the middle of what is in view. */
export const addSegmentHere: Command = command({
  id: 'segment.add-here',
  label: 'Add a segment',
  icon: 'segment',
  group: 'create',
  keys: ['Z'],
  canvasOnly: true,
  role: 'editor',
  run: (context) => {
    const { pos, home } = hereFor(context, SEGMENT_SIZE)
    return addSegment.run(context, { kind: null, pos, parent: home })
  },
})

/** Makes a note in the middle of what is in view. */
export const addNoteHere: Command = command({
  id: 'note.add-here',
  label: 'Add a note',
  icon: 'note',
  group: 'create',
  keys: ['N'],
  canvasOnly: true,
  role: 'editor',
  run: (context) => {
    const { pos, home } = hereFor(context, NOTE_SIZE)
    return addNote.run(context, { pos, segment: home })
  },
})

/** The inspector asks on what, at first the selected component, and which. */
export const recordRisk: Command = command({
  id: 'risk.record',
  label: 'Record a risk…',
  icon: 'risk',
  group: 'create',
  keys: ['R'],
  canvasOnly: true,
  role: 'editor',
  run: () => setView({ inspected: NEW_RISK, right: true }),
})

/** The inspector asks what it treats and covers. */
export const recordMitigation: Command = command({
  id: 'mitigation.record',
  label: 'Add a mitigation…',
  icon: 'mitigation',
  group: 'create',
  role: 'editor',
  run: () => setView({ inspected: NEW_MITIGATION, right: true }),
})

export const SEGMENT_SIZE: Point = [420, 280]
export const NOTE_SIZE: Point = [200, 120]

/** A free place in the middle of what is in view, in the segment that is there if it has room. */
function hereFor({ host, model }: CommandContext, size: Point): { pos: Point; home: string | null } {
  const wanted = host.canvas?.centre() ?? [0, 0]
  const around = segmentUnder(boardFrames(model), wanted)
  const home = around !== null && fitsInto(model, around, size) ? around : null
  return { pos: freeSpot(model, home, size, wanted), home }
}

export const blankComponent = (id: string, name: string): Component => ({ ...BLANK_COMPONENT, id, name })

export const blankLink = (id: string, from: string, to: string, name: string | null): Link => ({
  ...BLANK_LINK,
  id,
  from,
  to,
  interface: name,
})

/** Whole units keep documents small, and no eye sees the rest. */
export const rounded = ([x, y]: Point): [number, number] => withinReach([Math.round(x), Math.round(y)])

/** `AMF`, then `AMF 2`, `AMF 3` … */
export function uniqueName(base: string, records: readonly { readonly name: string }[]): string {
  const taken = new Set(records.map(({ name }) => name))
  let name = base
  for (let number = 2; taken.has(name); number++) name = `${base} ${number}`
  return name
}
