import type { CommentSubject, Component, Mitigation, MitigationSubject } from '../../model/records.ts'
import { blankMitigation } from '../blanks.ts'
import { withForeign } from '../extension.ts'
import { wordsForStrange } from '../kept.ts'
import { FORMAT } from './kept.ts'
import { type PlannedThreat, subjectsOf } from './read-threats.ts'
import type { Reading, Registered } from './reading.ts'
import { controlOf, readControl, REGISTER_FIELDS } from './register-elements.ts'
import type { Control } from './schemas.ts'
import { distinct, idIn, keyOf } from '../subjects.ts'
import { meaningOf } from '../meaning.ts'
import { REQUIREMENT_STATUS } from './terms.ts'

/** A control of the file, or a requirement that a threat names among what mitigates it, and what it is on. */
export type PlannedControl = Readonly<{
  registered: Registered<'mitigations', Control>
  /** Empty where the file names nothing: then it is the whole. */
  subjects: readonly MitigationSubject[]
}>
export type PlannedRequirement = Readonly<{
  id: string
  ref: string
  title: string
  status: Mitigation['status']
  subjects: readonly MitigationSubject[]
}>

export const registerControls = (reading: Reading): readonly Registered<'mitigations', Control>[] =>
  reading.document.controls.map((control) => reading.register('mitigations', control))

/** Says what each control is on: what it names, else what the threats are to that name it. */
export function planControls(
  reading: Reading,
  controls: readonly Registered<'mitigations', Control>[],
  threats: readonly PlannedThreat[],
): Readonly<{ controls: readonly PlannedControl[]; requirements: readonly PlannedRequirement[] }> {
  const threatened = threatenedBy(reading, threats)
  const satisfied = new Set(controls.flatMap(({ element }) => element.satisfies ?? []))
  return {
    controls: controls.map((registered) => {
      const { element, own } = registered
      const named = subjectsOf(reading, element.appliesTo ?? [], own !== null)
      const subjects = named.length > 0 || own !== null ? named : (threatened(element['bom-ref']) ?? [])
      return { registered, subjects }
    }),
    requirements: reading.document.requirements.flatMap((requirement) => {
      const ref = requirement['bom-ref']
      const subjects = satisfied.has(ref) ? undefined : threatened(ref)
      if (subjects === undefined) return []
      const title = requirement.name ?? ref
      const status = meaningOf(REQUIREMENT_STATUS, requirement.status) ?? 'proposed'
      return [{ id: reading.draft.fresh(ref), ref, title, status, subjects }]
    }),
  }
}

/** By the reference of a control or requirement: what the threats are to that it mitigates, and the boundaries that it is at. */
function threatenedBy(
  reading: Reading,
  threats: readonly PlannedThreat[],
): (ref: string) => readonly MitigationSubject[] | undefined {
  const found = new Map<string, (readonly CommentSubject[])[]>()
  const note = (refs: unknown, subjects: readonly CommentSubject[]) => {
    if (!Array.isArray(refs)) return
    for (const ref of refs as unknown[]) {
      if (typeof ref !== 'string') continue
      const known = found.get(ref)
      if (known === undefined) found.set(ref, [subjects])
      else known.push(subjects)
    }
  }
  for (const { registered, subjects } of threats) note(registered.element['mitigations'], subjects)
  for (const { boundary, controlsAtBoundary } of reading.document.trustBoundaries) {
    note(controlsAtBoundary, reading.places.at(boundary))
  }
  return (ref) => {
    const lists = found.get(ref)
    return lists === undefined ? undefined : distinct(reading.allowance.allOf(lists))
  }
}

/** Adds the mitigations. One of another tool treats nothing and governs only, so that it gives no credit (EX6). */
export function readControls(
  reading: Reading,
  planned: ReturnType<typeof planControls>,
  whole: string | null,
  components: readonly Component[],
): void {
  const vendorsAt = vendorsByPlace(components, reading)
  const everything: readonly MitigationSubject[] = whole === null ? [] : [{ segment: whole }]
  for (const { registered, subjects } of planned.controls) {
    const { element, id, own } = registered
    const ref = element['bom-ref']
    const on = own === null ? subjects : coverageOf(own, subjects, reading, vendorsAt)
    const { record, words } = reading.settle(
      registered,
      blankMitigation(id),
      (mine) => ({ ...readControl(controlOf(mine, ref, []) as Control, reading.around.index), on: mine.on }),
      {
        ...readControl(element, reading.around.index),
        on: on.length === 0 && own === null ? everything : on,
      },
    )
    reading.add('mitigations', record, 'control', ref, [
      ...words,
      ...(own === null && subjects.length === 0
        ? ['names nothing that it protects: it is on the whole']
        : []),
      ...(own === null ? ['governs only, until somebody says what it does'] : []),
      ...wordsForStrange(element, REGISTER_FIELDS.controls),
    ])
  }
  for (const { id, ref, title, status, subjects } of planned.requirements) {
    const mitigation = {
      ...blankMitigation(id),
      title,
      status,
      on: subjects.length === 0 ? everything : subjects,
    }
    const kept = withForeign(mitigation, FORMAT, { satisfies: [ref] })
    reading.add('mitigations', kept, 'requirement', ref, [
      'a mitigation that governs only, until somebody says what it does',
    ])
  }
}

/**
 * What a mitigation of ours is on, as far as somebody changed that: what is no longer named is out, what is new is in. Where
 * nothing is named any more nothing is said, since an empty `on` would cover everything.
 */
function coverageOf(
  own: Mitigation,
  subjects: readonly MitigationSubject[],
  reading: Reading,
  vendorsAt: ReadonlyMap<string, readonly string[]>,
): readonly MitigationSubject[] {
  if (subjects.length === 0) return own.on
  const vendors = new Set(own.on.flatMap((subject) => ('vendor' in subject ? [subject.vendor] : [])))
  const named = new Set(
    own.on.flatMap((subject) => ('vendor' in subject ? [] : keysAt(idIn(subject), reading))),
  )
  const now = new Set(subjects.map(keyOf))
  const wasOn = (key: string) =>
    named.has(key) || vendorsAt.get(key)?.some((vendor) => vendors.has(vendor)) === true
  const on = [
    ...own.on.filter((subject) => now.has(keyOf(subject)) || !wasOn(keyOf(subject))),
    ...subjects.filter((subject) => !wasOn(keyOf(subject))),
  ]
  return on.length === 0 ? own.on : on
}

/** What the reference of a record leads to, which need not be the record itself: an element may go by the reference of another. */
const keysAt = (id: string, { places, refOf }: Reading): readonly string[] =>
  places.at(refOf(id) ?? '').map(keyOf)

/** The vendors whose components are written where each thing of the file is. */
function vendorsByPlace(
  components: readonly Component[],
  reading: Reading,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const { id, vendor } of components) {
    if (vendor === null) continue
    for (const key of keysAt(id, reading)) {
      const known = found.get(key)
      if (known === undefined) found.set(key, [vendor])
      else known.push(vendor)
    }
  }
  return found
}
