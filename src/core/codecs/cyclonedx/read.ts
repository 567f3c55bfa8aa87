import { isFields } from '../../model/issues.ts'
import type { Imported, Reader } from '../codec.ts'
import { blankSegment } from '../blanks.ts'
import { withForeign } from '../extension.ts'
import { type Document, documentOf } from './document.ts'
import { keptBoardOf, tellKept } from './keep-board.ts'
import { FORMAT } from './kept.ts'
import { termName } from './parties.ts'
import { readBlueprint, type RegisteredBlueprint, registerBlueprint } from './read-blueprint.ts'
import { planControls, readControls, registerControls } from './read-controls.ts'
import { readRelations } from './read-relations.ts'
import { planThreats, readOwnRisks, readThreats, registerThreats } from './read-threats.ts'
import { Reading } from './reading.ts'

/** Reads the blueprints, threats, risks and controls of a CycloneDX 2.0 file; the rest of it is kept with the board. */
export const readCyclonedx: Reader = {
  format: FORMAT,
  detect: (source) => {
    const json = source.looksLike === 'json' ? source.json() : null
    if (json?.ok !== true || !isFields(json.value)) return false
    return json.value['specFormat'] === 'CycloneDX' || json.value['bomFormat'] === 'CycloneDX'
  },
  read: (source) => {
    const json = source.json()
    if (!json.ok) return json
    const document = documentOf(json.value)
    return document.ok ? { ok: true, value: importOf(document.value) } : document
  },
}

/** What a blueprint is called that is written for a board without a title. */
export const UNTITLED = 'Board'

function importOf(document: Document): Imported {
  const reading = new Reading(document)
  const { draft, places, board } = reading
  // Everything that is in the file has its id before anything is made that is not.
  const blueprints = document.blueprints.map((blueprint) => registerBlueprint(blueprint, reading))
  const registered = registerThreats(reading)
  const registeredControls = registerControls(reading)
  standAtEnds(reading)
  const register = planThreats(reading, registered)
  const controls = planControls(reading, registeredControls, register.threats)

  const strangers = [...register.threats, ...controls.controls].filter((one) => one.registered.own === null)
  const needsWhole = [...strangers, ...controls.requirements].some(({ subjects }) => subjects.length === 0)
  const whole = needsWhole ? draft.fresh('whole') : null
  if (whole !== null) draft.add('segments', { ...blankSegment(whole), name: titleOf(document) })
  // On a board of ours nothing is drawn around what has its place already.
  const outermost = board === null ? whole : null

  for (const blueprint of blueprints) {
    readBlueprint(blueprint, reading, blueprintSegment(blueprint, reading, blueprints.length > 1, outermost))
  }
  readRelations(reading)
  const { lastThreat } = readThreats(reading, register.threats, whole)
  readOwnRisks(reading, register.ownRisks)
  const components = blueprints.flatMap(({ nodes }) => nodes.flatMap((node) => node.registered.own ?? []))
  readControls(reading, controls, whole, components)
  for (const standIn of places.standIns) {
    draft.add('components', { ...standIn, segment: standIn.segment ?? outermost })
    draft.isForeign(standIn.id, 'stand-in', standIn.name)
  }

  const told = new Set(controls.requirements.map(({ ref }) => ref))
  tellKept(document, register.ratings, told, draft.account)
  draft.setMeta({ ...titleAndDescription(reading), lastThreat })
  draft.setMeta(withForeign({}, FORMAT, keptBoardOf(document, register.ratings)))
  return draft.finish(
    board !== null && !isNewToUs(blueprints) && places.standIns.length === 0 && whole === null,
  )
}

/** The ends of flows and relationships that are no component get one that stands for them. */
function standAtEnds({ document, places }: Reading): void {
  for (const { flows, relations } of document.blueprints) {
    const ends = [
      ...flows.flatMap(({ source, destination }) => [source, destination]),
      ...relations.flat().flatMap(({ ref, targets }) => [ref, ...targets]),
    ]
    for (const ref of ends) if (places.componentAt(ref) === null) places.standFor(ref)
  }
}

/** The segment around what lies in no zone: one for each blueprint, where there are several. */
function blueprintSegment(
  { parts }: RegisteredBlueprint,
  { draft }: Reading,
  isOneOfMany: boolean,
  outermost: string | null,
): string | null {
  const { name, 'bom-ref': ref } = parts.fields
  const at = typeof ref === 'string' ? ref : name
  if (!isOneOfMany) {
    draft.account.carried('blueprint', at)
    return outermost
  }
  const id = draft.fresh(at)
  draft.add('segments', { ...blankSegment(id), name, parent: outermost })
  draft.account.changed('blueprint', at, 'one of several: a segment on the one board')
  return id
}

/** Whether a tool that knows nothing of places has added something to a board of ours. */
const isNewToUs = (blueprints: readonly RegisteredBlueprint[]): boolean =>
  blueprints.some(
    ({ zones, nodes }) =>
      zones.some(({ own }) => own === null) || nodes.some(({ registered }) => registered.own === null),
  )

function titleOf({ blueprints, root }: Document): string {
  const metadata = root['metadata']
  const subject = isFields(metadata) && isFields(metadata['component']) ? metadata['component'] : {}
  return blueprints[0]?.fields.name ?? termName(subject) ?? 'The whole system'
}

/** Of the first blueprint; those of a board of ours stay where nobody changed them. */
function titleAndDescription({
  document,
  board,
}: Reading): Readonly<{ title?: string; description?: string }> {
  const fields = document.blueprints[0]?.fields
  if (fields === undefined) return board === null ? { title: titleOf(document) } : {}
  const { name, description = '' } = fields
  const isSame = board !== null && name === (board.meta.title || UNTITLED)
  return { ...(isSame ? {} : { title: name }), description }
}
