import { grouped } from '../../analysis/grouped.ts'
import type { Threat } from '../../model/records.ts'
import { isSameSubject, subjectIdOf } from '../../model/threats.ts'
import type { Draft } from '../draft.ts'
import { withEdits } from '../edits.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { type Fields, fieldsIn, listIn, textIn } from '../loose.ts'
import { ThreatNumbers } from '../threat-numbers.ts'
import { type Definitions, definitionsIn } from './definitions.ts'
import { mitigationOf, threatOf } from './elements.ts'
import type { Definition, OtmFile } from './file.ts'
import { seen } from './instances.ts'
import { attributeOf, type Own } from './own.ts'
import type { ThreatsAt } from './read-elements.ts'
import { MitigationStates } from './read-mitigations.ts'
import { decisionOf } from './terms.ts'

type Instance = Readonly<{ on: ThreatsAt['on']; at: string; id: string; state: string; entry: Fields }>

const NOT_DEFINED = 'is not defined in the file: it is called by its id'

/** Adds a threat for each instance of one, and a mitigation for each instance of those. */
export function readThreats(all: readonly ThreatsAt[], file: OtmFile, own: Own | null, draft: Draft): void {
  const definitions = definitionsIn(file)
  const instances = all.flatMap(({ on, at, entries }) =>
    entries.map(fieldsIn).map((entry): Instance => {
      const id = textIn(entry['threat'])
      return { on, at: `${at} ${id}`, id, state: textIn(entry['state']), entry }
    }),
  )
  const vendorRisks = vendorRisksIn(file, instances, own)
  const numbers = new ThreatNumbers(
    own?.packed.board.meta.lastThreat ?? 0,
    own?.packed.all('threats').map(({ number }) => number) ?? [],
  )
  const states = new MitigationStates()
  const context: Context = { definitions, numbers, states, taken: new Set(), own, draft }
  for (const instance of instances) {
    if (vendorRisks.has(instance.id)) draft.account.carried('vendor risk', instance.at)
    else addThreat(instance, context)
  }
  tellOfDefinitions(file, definitions, vendorRisks, own, draft)
  if (own !== null) states.addMitigations(own, definitions, draft)
  if (numbers.highest > (own?.packed.board.meta.lastThreat ?? 0))
    draft.setMeta({ lastThreat: numbers.highest })
}

/** The ids of the threats that are vendor risks of ours, as we wrote them: the risks themselves came with the whole. */
function vendorRisksIn(file: OtmFile, instances: readonly Instance[], own: Own | null): ReadonlySet<string> {
  if (own === null) return new Set()
  const byThreat = grouped(instances, ({ id }) => id)
  const found = file.threats.filter(({ id, fields }) => {
    const { risk, written } = fieldsIn(attributeOf(fields))
    if (!own.packed.has('risks', textIn(risk))) return false
    const where = (byThreat.get(id) ?? []).map(({ on, entry }) => ({ on: subjectIdOf(on), entry }))
    return written === fingerprintOf(seen(fields, where))
  })
  return new Set(found.map(({ id }) => id))
}

type Context = Readonly<{
  definitions: Definitions
  numbers: ThreatNumbers
  states: MitigationStates
  /** Our threats that an instance stands for already. */
  taken: Set<string>
  own: Own | null
  draft: Draft
}>

const called = (id: string): Definition => ({ at: '', id, fields: { name: id } })

function addThreat(instance: Instance, context: Context): void {
  const { on, at, id, state } = instance
  const { definitions, numbers, taken, own, draft } = context
  const defined = definitions.threat(id)
  const definition = defined ?? called(id)
  const changes = [
    ...(defined === undefined ? [NOT_DEFINED] : []),
    ...(decisionOf(state) === null ? [`its state “${state}” is not known: it stands as open`] : []),
  ]
  const packed = own === null || taken.has(id) ? null : own.packed.get('threats', id)
  const written = own?.written.definitions.get(id)
  taken.add(id)
  let threat: Threat
  if (packed === null || written === undefined) {
    threat = threatOf(definition, state, draft.fresh(id || 'threat'), numbers.take(), on)
  } else {
    const read = (of: Definition, its: string) => threatOf(of, its, id, packed.number, packed.on)
    const was = textIn(own?.written.instances.get(id)?.['state'])
    const edited = withEdits(packed, read(written, was), read(definition, state)).record
    threat = isSameSubject(edited.on, on) ? edited : { ...edited, on }
  }
  if (draft.add('threats', threat, 'threat', at)) draft.account.tell('threat', at, changes)
  addMitigations(instance, threat, packed !== null, context)
}

function addMitigations(
  { at, id, entry }: Instance,
  threat: Threat,
  isOurs: boolean,
  context: Context,
): void {
  const { definitions, states, own, draft } = context
  const before = isOurs ? own?.written.instances.get(id) : undefined
  const was = new Map(
    listIn(before?.['mitigations'])
      .map(fieldsIn)
      .map((inner) => [textIn(inner['mitigation']), textIn(inner['state'])]),
  )
  for (const item of listIn(entry['mitigations'])) {
    const inner = fieldsIn(item)
    const mitigation = textIn(inner['mitigation'])
    const state = textIn(inner['state'])
    const place = `${at} ${mitigation}`
    const writtenState = own?.packed.has('mitigations', mitigation) ? was.get(mitigation) : undefined
    if (writtenState !== undefined) {
      states.note(mitigation, writtenState, state)
      continue
    }
    const defined = definitions.mitigation(mitigation)
    const record = mitigationOf(
      defined ?? called(mitigation),
      state,
      draft.fresh(mitigation || 'mitigation'),
      threat,
    )
    if (draft.add('mitigations', record, 'mitigation', place)) {
      draft.account.tell('mitigation', place, defined === undefined ? [NOT_DEFINED] : [])
    }
  }
}

function tellOfDefinitions(
  { threats, mitigations }: OtmFile,
  { isUsed }: Definitions,
  vendorRisks: ReadonlySet<string>,
  own: Own | null,
  draft: Draft,
): void {
  const tell = (definition: Definition, what: string) => {
    const at = definition.id || definition.at
    if (isUsed(definition)) draft.account.carried(what, at)
    else draft.account.changed(what, at, 'no element has it: it is kept for writing Open Threat Model again')
  }
  for (const definition of threats) {
    const { id, at } = definition
    const isOurs = own?.packed.has('threats', id) === true
    if (vendorRisks.has(id)) draft.account.carried('vendor risk', id)
    else if (!isOurs) tell(definition, 'threat definition')
    else if (!isUsed(definition)) draft.account.dropped('threat', id || at, 'no element has it any more')
  }
  for (const definition of mitigations) {
    if (own?.packed.has('mitigations', definition.id) !== true) tell(definition, 'mitigation definition')
  }
}
