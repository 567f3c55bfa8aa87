import type { Mitigation } from '../../model/records.ts'
import type { MitigationStatus } from '../../model/terms.ts'
import type { Draft } from '../draft.ts'
import { isSameData } from '../edits.ts'
import { foreignOf, withForeign } from '../extension.ts'
import { givesMore } from '../sparing-credit.ts'
import { fieldsIn, saying, textIn } from '../loose.ts'
import type { Definitions } from './definitions.ts'
import { keptOfDefinition } from './elements.ts'
import type { Definition } from './file.ts'
import type { Own } from './own.ts'
import { FORMAT, statusOf } from './terms.ts'

/** What the states of our own mitigations were changed to in the other tool. */
export class MitigationStates {
  readonly #edited = new Map<string, string[]>()

  note(mitigation: string, was: string, is: string): void {
    if (was === is) return
    const there = this.#edited.get(mitigation)
    if (there === undefined) this.#edited.set(mitigation, [is])
    else there.push(is)
  }

  /** Adds our mitigations as they are defined in the file. */
  addMitigations(own: Own, { mitigation: definitionOf }: Definitions, draft: Draft): void {
    for (const packed of own.packed.all('mitigations')) {
      const definition = definitionOf(packed.id)
      const written = own.written.definitions.get(packed.id)
      if (definition === undefined) continue
      const edited = written === undefined ? packed : asEdited(packed, written, definition)
      const { status, changes } = this.#statusOf(packed)
      const record = status === packed.status ? edited : { ...edited, status }
      if (draft.add('mitigations', record, 'mitigation', packed.id)) {
        draft.account.tell('mitigation', packed.id, changes)
      }
    }
  }

  /** EX6: less than we said is taken over, more is not. */
  #statusOf({ id, status }: Mitigation): Readonly<{ status: MitigationStatus; changes: readonly string[] }> {
    const said = this.#edited.get(id) ?? []
    const least = said
      .map(statusOf)
      .reduce<MitigationStatus | null>(
        (low, next) => (low === null || givesMore(low, next) ? next : low),
        null,
      )
    if (least === null) return { status, changes: [] }
    if (givesMore(status, least)) return { status: least, changes: [] }
    return {
      status,
      changes: [`stays ${status} until somebody here says otherwise; the file says “${said[0]}”`],
    }
  }
}

function asEdited(ours: Mitigation, was: Definition, is: Definition): Mitigation {
  const [name, words] = [textIn(is.fields['name']), textIn(is.fields['description'])]
  const title = name === textIn(was.fields['name']) ? ours.title : name
  const hasOtherWords = words !== textIn(was.fields['description'])
  const evidence = hasOtherWords ? [words, ...ours.evidence.slice(1)] : ours.evidence
  const edited = title === ours.title && !hasOtherWords ? ours : { ...ours, title, evidence }
  const data = keptOfDefinition(is)
  if (isSameData(data, keptOfDefinition(was))) return edited
  return withForeign(edited, FORMAT, saying({ ...foreignOf(ours, FORMAT), data: fieldsIn(data['data']) }))
}
