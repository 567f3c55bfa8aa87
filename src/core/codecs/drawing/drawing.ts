import type { Box } from '../../layout/geometry.ts'
import { type Parsed, refused } from '../../model/problem.ts'
import type { Link } from '../../model/records.ts'
import type { Draft } from '../draft.ts'
import { arrange, type Fit, type Piece } from './arrange.ts'
import { type DrawnEnd, Ends } from './ends.ts'

/** What one thing is in the file, and what was changed about it on the way, in words. */
export type Told = Readonly<{ what: string; at: string; changes: readonly string[] }>
/** A line with the link that it becomes, all but its ends. */
export type Line = Readonly<{ record: Link; from: DrawnEnd; to: DrawnEnd }>

type Entry =
  | Readonly<{ piece: Piece; told: Told | null }>
  | Readonly<{ line: Line; told: Told | null }>
  | (() => void)

/** A drawing on its way to a board: what is in it in the order of the file, until all is known that places depend on. */
export class Drawing {
  readonly #draft: Draft
  readonly #entries: Entry[] = []

  constructor(draft: Draft) {
    this.#draft = draft
  }

  /** `told` is null for what is no record of the file. */
  addPiece(piece: Piece, told: Told | null): void {
    this.#entries.push({ piece, told })
  }

  addLine(line: Line, told: Told | null): void {
    this.#entries.push({ line, told })
  }

  /** Takes down at this place of the report what became of something else. */
  tell(say: () => void): void {
    this.#entries.push(say)
  }

  /** Adds everything to the draft, in its place. `fit` is asked with where the components are drawn. */
  settle(fit: (components: readonly Box[]) => Fit): Parsed<null> {
    const pieces = this.#entries.flatMap((entry) => ('piece' in entry ? [entry.piece] : []))
    const ends = new Ends(this.#draft, pieces)
    const links = new Map(
      this.#entries.flatMap((entry) => ('line' in entry ? [[entry, tied(entry.line, ends)] as const] : [])),
    )
    if (ends.gaveUp) return tooManyAcross
    const all = [...pieces, ...ends.standIns]
    const drawn = all.flatMap(({ kind, box }) => (kind === 'components' && box !== null ? [box] : []))
    const arranged = new Map(arrange(all, fit(drawn)).map((piece) => [piece.record.id, piece]))
    for (const entry of this.#entries) {
      if (typeof entry === 'function') entry()
      else if ('piece' in entry) this.#add(arranged.get(entry.piece.record.id) ?? entry.piece, entry.told)
      else {
        const { record, words } = links.get(entry) ?? { record: entry.line.record, words: [] }
        const { told } = entry
        if (this.#draft.add('links', record, told?.what, told?.at) && told !== null)
          this.#draft.account.tell(told.what, told.at, [...told.changes, ...words])
      }
    }
    for (const { record } of ends.standIns) this.#add(arranged.get(record.id), null)
    return { ok: true, value: null }
  }

  #add(piece: Piece | undefined, told: Told | null): void {
    if (piece === undefined) return
    if (this.#draft.add(piece.kind, piece.record, told?.what, told?.at) && told !== null)
      this.#draft.account.tell(told.what, told.at, told.changes)
  }
}

export const tooManyAcross = refused({
  code: 'too-large',
  at: '(file)',
  message: 'has too many shapes that lie across each other to say which stands in which',
})

function tied({ record, from, to }: Line, ends: Ends): { record: Link; words: readonly string[] } {
  const [start, end] = [ends.find(from, record.id, to), ends.find(to, record.id, from)]
  const words = [start.words, end.words].filter((said) => said !== null)
  return { record: { ...record, from: start.component, to: end.component }, words: [...new Set(words)] }
}
