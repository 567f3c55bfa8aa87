import { type Fields, fieldsIn, listIn, textIn } from '../loose.ts'
import type { Definition, OtmFile } from './file.ts'
import { attributeOf } from './own.ts'

/** The threats and mitigations that a file defines, and which of them its elements have. */
export type Definitions = Readonly<{
  threat: (id: string) => Definition | undefined
  mitigation: (id: string) => Definition | undefined
  isUsed: (definition: Definition) => boolean
}>

export function definitionsIn({ threats, mitigations, components, flows }: OtmFile): Definitions {
  const byId = (list: readonly Definition[]) => new Map(list.toReversed().map((one) => [one.id, one]))
  const [threatById, mitigationById] = [byId(threats), byId(mitigations)]
  const used = new Set<Definition | undefined>()
  for (const { fields } of [...components, ...flows]) {
    for (const instance of listIn(fields['threats']).map(fieldsIn)) {
      used.add(threatById.get(textIn(instance['threat'])))
      for (const inner of listIn(instance['mitigations']).map(fieldsIn)) {
        used.add(mitigationById.get(textIn(inner['mitigation'])))
      }
    }
  }
  return {
    threat: (id) => threatById.get(id),
    mitigation: (id) => mitigationById.get(id),
    isUsed: (definition) => used.has(definition),
  }
}

/** Those that no element has, and that no record of ours stands for: they are kept with the board. */
export function unusedIn(
  file: OtmFile,
): Readonly<{ threats: readonly Fields[]; mitigations: readonly Fields[] }> {
  const { isUsed } = definitionsIn(file)
  const unused = (list: readonly Definition[]) =>
    list.filter((one) => !isUsed(one) && attributeOf(one.fields) === undefined).map(({ fields }) => fields)
  return { threats: unused(file.threats), mitigations: unused(file.mitigations) }
}
