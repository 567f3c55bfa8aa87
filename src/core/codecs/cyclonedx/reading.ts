import type { RecordOf } from '../../model/records.ts'
import { Allowance } from '../allowance.ts'
import { Draft } from '../draft.ts'
import { withEdits } from '../edits.ts'
import { sparing } from '../sparing-credit.ts'
import { recordsOf, type UnpackedBoard } from '../extension.ts'
import { VendorNames } from '../vendor-names.ts'
import type { Document } from './document.ts'
import type { Around } from './elements.ts'
import type { Fields } from '../kept.ts'
import { FORMAT } from './kept.ts'
import { boardOf, type ElementKind, ownOf } from './own.ts'
import { Places } from './places.ts'

/** An element of the file, the id that it has on the board, and the record of ours that it carries, if any. */
export type Registered<K extends ElementKind, E> = Readonly<{
  element: E
  id: string
  own: RecordOf[K] | null
}>

/** What the parts of one reading share. */
export class Reading {
  readonly document: Document
  readonly draft = new Draft(FORMAT)
  readonly allowance = new Allowance()
  /** What travels with the whole of a file of ours; null for a file of another tool. */
  readonly board: UnpackedBoard | null
  readonly places: Places
  readonly around: Around
  readonly #refs = new Map<string, string>()
  readonly #vendorNames: ReadonlyMap<string, string>

  constructor(document: Document) {
    this.document = document
    this.board = boardOf(document.root)
    if (this.board !== null) {
      // A relationship has no place for a record: see `readRelations`.
      const records = this.board.records.filter(({ kind }) => kind !== 'links')
      for (const { id } of recordsOf(this.board, 'links')) this.draft.fresh(id)
      this.draft.addBoard({ ...this.board, records })
    }
    const places = new Places(this.draft, document.index, this.allowance)
    const vendors = recordsOf(this.board, 'vendors')
    const vendorIds = new VendorNames(this.draft, vendors)
    this.#vendorNames = new Map(vendors.map(({ id, name }) => [id, name]))
    this.places = places
    this.around = {
      index: document.index,
      segmentOf: (ref) => places.segmentOf(ref),
      endOf: (ref) => places.componentAt(ref),
      vendorOf: (name) => vendorIds.idOf(name),
    }
  }

  /** Gives an element its id. All get theirs before anything is made that the file does not have. */
  register<K extends ElementKind, E extends Fields>(kind: K, element: E): Registered<K, E> {
    const own = ownOf(element, kind)
    const ref = String(element['bom-ref'])
    const id = this.draft.fresh(own?.id ?? ref)
    this.#refs.set(id, ref)
    return { element, id, own: own === null ? null : { ...own, id } }
  }

  /** The reference that a record of the board has in this file. */
  readonly refOf = (id: string): string | undefined => this.#refs.get(id)
  readonly vendorName = (id: string): string => this.#vendorNames.get(id) ?? ''

  /**
   * The record of an element: its own with what was edited elsewhere, else `blank` with what is found. `written`: what is
   * read of the element as it is written for its own record.
   */
  settle<R extends object>(
    { id, own, element }: Readonly<{ id: string; own: R | null; element: Fields }>,
    blank: R,
    written: (own: R) => Partial<R>,
    found: Partial<R>,
  ): Readonly<{ record: R; words: readonly string[] }> {
    if (own !== null) {
      const { record, edits } = withEdits<R>(own, written(own), found)
      const spared = sparing(own, record)
      const told = edits.length === 0 ? [] : [`edited in another tool: ${edits.map(fieldName).join(', ')}`]
      return { record: spared.record, words: [...told, ...spared.words] }
    }
    const ref = String(element['bom-ref'])
    return { record: { ...blank, ...found, ...(ref === id ? {} : withReference(found, ref)) }, words: [] }
  }

  /** Adds the record of an element, which is then in the report: as changed where there are words for it. */
  add<K extends ElementKind>(
    kind: K,
    record: RecordOf[K],
    what: string,
    at: string,
    words: readonly string[],
  ): boolean {
    if (!this.draft.add(kind, record, what, at)) return false
    this.draft.account.tell(what, at, words)
    return true
  }
}

const fieldName = (field: string): string => (field === 'foreign' ? 'what only CycloneDX has' : field)

/** A reference that is no id of ours is written again as it was, so that what refers to it still does. */
function withReference(found: object, ref: string): object {
  const { foreign } = found as { foreign?: object }
  return { foreign: { format: FORMAT, ...foreign, 'bom-ref': ref } }
}
