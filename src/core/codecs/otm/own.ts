import type { Kind } from '../../model/records.ts'
import { EXTENSION, unpackBoard } from '../extension.ts'
import { type Fields, fieldsIn, listIn, textIn } from '../loose.ts'
import { Packed } from '../packed.ts'
import { type Definition, type Element, type Flow, type OtmFile, takeApart } from './file.ts'
import { fileOf } from './whole.ts'

/** What a file that we wrote says of our own records, and what we would write for them now. */
export type Own = Readonly<{ packed: Packed; written: Written; isWhole: (kind: Kind, id: string) => boolean }>

/** The elements of a file, by their ids. */
type Written = Readonly<{
  file: OtmFile
  elements: ReadonlyMap<string, Element>
  /** The ids of components with others in them. */
  around: ReadonlySet<string>
  flows: ReadonlyMap<string, Flow>
  definitions: ReadonlyMap<string, Definition>
  /** The only instance of each of our threats, by the id of the threat. */
  instances: ReadonlyMap<string, Fields>
}>

export const attributeOf = ({ attributes }: Fields): unknown => fieldsIn(attributes)[EXTENSION]

/** The zone of ours that is the open canvas. */
export const isOutside = ({ fields }: Element): boolean => fieldsIn(attributeOf(fields))['outside'] === true

const BLANK: OtmFile = {
  project: {},
  representations: [],
  diagram: null,
  assets: [],
  zones: [],
  components: [],
  flows: [],
  threats: [],
  mitigations: [],
}

/** Null where the file is not ours, or was written by a newer version. */
export function recover(file: OtmFile): Own | null {
  const board = unpackBoard(attributeOf(file.project))
  if (board === null) return null
  const packed = new Packed(board)
  for (const zone of file.zones) {
    if (!isOutside(zone)) packed.take('segments', zone.id, attributeOf(zone.fields))
  }
  for (const { id, fields } of file.components) packed.take('components', id, attributeOf(fields))
  for (const { id, fields } of file.flows) packed.take('links', id, attributeOf(fields))
  for (const { id, fields } of file.threats) packed.take('threats', id, attributeOf(fields))
  for (const { id, fields } of file.mitigations) packed.take('mitigations', id, attributeOf(fields))
  const { model, isWhole } = packed.settle()
  const apart = takeApart(fileOf(model, []))
  return { packed, written: writtenIn(apart.ok ? apart.value : BLANK), isWhole }
}

function writtenIn(file: OtmFile): Written {
  const byId = <T extends { readonly id: string }>(list: readonly T[]) =>
    new Map(list.map((one) => [one.id, one]))
  const elements = byId([...file.zones, ...file.components])
  const flows = byId(file.flows)
  const instances = [...elements.values(), ...flows.values()].flatMap(({ fields }) =>
    listIn(fields['threats']).map((item) => [textIn(fieldsIn(item)['threat']), fieldsIn(item)] as const),
  )
  return {
    file,
    elements,
    around: new Set(
      file.components.flatMap(({ parent }) => (parent?.kind === 'component' ? [parent.id] : [])),
    ),
    flows,
    definitions: byId([...file.threats, ...file.mitigations]),
    instances: new Map(instances),
  }
}
