import { normalise } from '../model/normalise.ts'
import { emptyModel, type Kind, KINDS, type Model, type RecordOf } from '../model/records.ts'
import { type UnpackedBoard, unpackRecord } from './extension.ts'

type Lists = { readonly [K in Kind]: Map<string, RecordOf[K]> }

/** Our own records in a file that we wrote, those that travelled with the whole among them. */
export class Packed {
  readonly board: UnpackedBoard
  readonly #lists: Lists

  constructor(board: UnpackedBoard) {
    this.board = board
    this.#lists = Object.fromEntries(KINDS.map((kind) => [kind, new Map()])) as Lists
    for (const { kind, record } of board.records) this.#put(kind, record)
  }

  /** Takes a record from an element, unless there is one of that id already: of two copies the first is ours. */
  take<K extends Kind>(kind: K, id: string, fields: unknown): void {
    const record = this.has(kind, id) ? null : unpackRecord(kind, id, fields)
    if (record !== null) this.#put(kind, record)
  }

  #put<K extends Kind>(kind: K, record: RecordOf[K]): void {
    this.#lists[kind].set(record.id, record)
  }

  has(kind: Kind, id: string): boolean {
    return this.#lists[kind].has(id)
  }

  get<K extends Kind>(kind: K, id: string): RecordOf[K] | null {
    return this.#lists[kind].get(id) ?? null
  }

  all<K extends Kind>(kind: K): readonly RecordOf[K][] {
    return [...this.#lists[kind].values()]
  }

  /** The ids of all that came with elements. */
  ids(): readonly string[] {
    return KINDS.flatMap((kind) => [...this.#lists[kind].keys()])
  }

  /** The board as it was written, and whether a record is as it was without what is no longer in the file. */
  settle(): Readonly<{ model: Model; isWhole: (kind: Kind, id: string) => boolean }> {
    const lists = Object.fromEntries(KINDS.map((kind) => [kind, this.all(kind)]))
    const { model } = normalise({ ...emptyModel(), meta: this.board.meta, ...lists })
    const whole = new Set<unknown>(KINDS.flatMap((kind) => model[kind] as readonly unknown[]))
    return { model, isWhole: (kind, id) => whole.has(this.get(kind, id)) }
  }
}
