import { Draft } from '../draft.ts'
import { withEdits } from '../edits.ts'
import { sparing } from '../sparing-credit.ts'
import { foreignOf, recordsOf, unpackBoard, type UnpackedBoard } from '../extension.ts'
import { type Fields, wordsForStrange } from '../kept.ts'
import { VendorNames } from '../vendor-names.ts'
import type { Document } from './document.ts'
import { fieldsOf, FORMAT } from './elements.ts'
import { Names } from './names.ts'
import { ELEMENT_KINDS, type ElementList, type Extension, extensionOf, ownOf, type RecordIn } from './own.ts'
import type { Item } from './schemas.ts'

/** An element of the file, the id that it has on the board, and the record of ours that belongs to it, if any. */
export type Registered<L extends ElementList> = Readonly<{
  list: L
  element: Item<L>
  id: string
  own: RecordIn<L> | null
}>

/** What an item of each list is called. */
const CALLED: Readonly<Record<ElementList, string>> = {
  trust_zones: 'trust zone',
  actors: 'actor',
  components: 'component',
  data_stores: 'data store',
  data_flows: 'data flow',
  threats: 'threat',
  controls: 'control',
  risks: 'risk',
}

/** What the parts of one reading share. */
export class Reading {
  readonly document: Document
  readonly draft = new Draft(FORMAT)
  readonly extension: Extension
  /** What travels with the whole of a file of ours; null for a file of another tool. */
  readonly board: UnpackedBoard | null
  readonly names: Names
  readonly vendorOf: (name: string | undefined) => string | null
  readonly vendorName: (id: string) => string
  readonly #symbolic = new Map<string, string>()

  constructor(document: Document) {
    this.document = document
    this.extension = extensionOf(document.root.extensions)
    this.board = unpackBoard(this.extension.board)
    if (this.board !== null) this.draft.addBoard(withoutKept(this.board))
    this.names = new Names(this.draft, document)
    const vendors = recordsOf(this.board, 'vendors')
    const ids = new VendorNames(this.draft, vendors)
    const names = new Map(vendors.map(({ id, name }) => [id, name]))
    this.vendorOf = (name) => ids.idOf(name)
    this.vendorName = (id) => names.get(id) ?? ''
  }

  /** Gives an element its id. All get theirs before anything is made that the file does not have. */
  register<L extends ElementList>(list: L, element: Item<L>): Registered<L> {
    const name = element.symbolic_name
    const own = ownOf(this.extension, list, name)
    const id = this.draft.fresh(own?.id ?? name)
    this.#symbolic.set(`${list} ${id}`, name)
    return { list, element, id, own: own === null ? null : { ...own, id } }
  }

  /** The symbolic name that the record with this id has in this file. */
  nameOf(list: ElementList, id: string): string | undefined {
    return this.#symbolic.get(`${list} ${id}`)
  }

  /** The record of an element: its own with what was edited elsewhere, else `blank` with what is found. */
  settle<R extends object>(
    {
      id,
      own,
      element,
    }: Readonly<{ id: string; own: R | null; element: Readonly<{ symbolic_name: string }> }>,
    blank: R,
    written: (own: R) => Partial<R>,
    found: Partial<R>,
  ): Readonly<{ record: R; words: readonly string[] }> {
    if (own !== null) {
      const { record, edits } = withEdits<R>(own, written(own), found)
      const words = edits.map((field) => (field === 'foreign' ? 'what only a TM-BOM has' : field))
      const spared = sparing(own, record)
      const told = words.length === 0 ? [] : [`edited in another tool: ${words.join(', ')}`]
      return { record: spared.record, words: [...told, ...spared.words] }
    }
    const name = element.symbolic_name
    return { record: { ...blank, ...found, ...(name === id ? {} : withName(found, name)) }, words: [] }
  }

  /** Adds the record of an element, which is then in the report: as changed where there are words for it. */
  add<L extends ElementList>(
    { list, element }: Registered<L>,
    record: RecordIn<L>,
    words: readonly string[],
  ): boolean {
    const [what, at] = [CALLED[list], element.symbolic_name]
    if (!this.draft.add(ELEMENT_KINDS[list], record as never, what, at)) return false
    this.draft.account.tell(what, at, [...words, ...wordsForStrange(element, fieldsOf(list))])
    return true
  }
}

/** A name that is not the id is written again as it was, so that what names it still does. */
function withName(found: object, name: string): object {
  const { foreign } = found as { foreign?: object }
  return { foreign: { format: FORMAT, ...foreign, symbolic_name: name } }
}

/** What is kept with the board is in the file itself. */
function withoutKept(board: UnpackedBoard): UnpackedBoard {
  if (Object.keys(foreignOf(board.meta, FORMAT)).length === 0) return board
  const { foreign: _foreign, ...meta } = board.meta as UnpackedBoard['meta'] & { foreign?: Fields }
  return { ...board, meta }
}
