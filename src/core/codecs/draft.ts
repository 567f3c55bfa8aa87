import { checkRecordOf } from '../model/check.ts'
import { isFields, toProblem } from '../model/issues.ts'
import { normalise } from '../model/normalise.ts'
import { emptyModel, type Kind, KINDS, type Meta, type RecordOf } from '../model/records.ts'
import { metaSchema } from '../model/schemas.ts'
import type { ForeignElement, Imported } from './codec.ts'
import type { UnpackedBoard } from './extension.ts'
import type { FormatId } from './formats.ts'
import { READ_LIMITS } from './limits.ts'
import { Account } from './report.ts'
import { charactersIn, TextAllowance } from './text-in.ts'
import { tooManyRecords } from './too-large.ts'

const ID = /^[A-Za-z0-9._:-]{1,64}$/

/**
 * A model in the making, from a file of another format. Records are checked as they come, so that whatever a file holds, what
 * `finish` gives is a model: what does not fit is in the report and nowhere else.
 */
export class Draft {
  readonly account = new Account(new TextAllowance())
  readonly #text = new TextAllowance()
  readonly #format: FormatId
  readonly #lists = new Map<Kind, unknown[]>(KINDS.map((kind) => [kind, []]))
  readonly #taken = new Set<string>()
  readonly #ids = new Map<string, string>()
  /** How often each id has been wanted that was taken, so that a file full of one costs no search each time. */
  readonly #copies = new Map<string, number>()
  readonly #foreign: ForeignElement[] = []
  #meta: unknown = emptyModel().meta

  constructor(format: FormatId) {
    this.#format = format
  }

  /**
   * The id of our own for a foreign one, the same each time it is asked for: the foreign one itself where it is an id that is
   * free, else one made from it. `space` keeps apart what the format keeps apart (nodes and edges may share ids there).
   */
  id(space: string, foreign: string): string {
    const key = JSON.stringify([space, foreign])
    const known = this.#ids.get(key)
    if (known !== undefined) return known
    const fresh = this.fresh(foreign)
    this.#ids.set(key, fresh)
    return fresh
  }

  /** Whether `id` has been asked for this one before. */
  knows(space: string, foreign: string): boolean {
    return this.#ids.has(JSON.stringify([space, foreign]))
  }

  /** A free id that nobody asks for again, like the parts joined if that can be. Of long ones the beginnings are enough. */
  fresh(...parts: readonly string[]): string {
    const wanted = parts.map((part) => part.slice(0, 256)).join('-')
    const plain = wanted
      .replace(/[^A-Za-z0-9._:-]+/g, '-')
      .replace(/^[-_]+|-+$/g, '')
      .slice(0, 56)
    const base = ID.test(wanted) && wanted !== '__proto__' ? wanted : plain === '' ? 'x' : plain
    const stem = base.slice(0, 56)
    let id = base
    for (let nth = (this.#copies.get(stem) ?? 1) + 1; this.#taken.has(id); nth++) {
      id = `${stem}-${nth}`
      this.#copies.set(stem, nth)
    }
    this.#take(id)
    return id
  }

  /** Adds a record. False, with an entry in the report, where it is none; `what` and `at` say what it is in the file. */
  add<K extends Kind>(kind: K, record: RecordOf[K], what: string = kind, at: string = record.id): boolean {
    this.#text.take(charactersIn(record))
    const checked = checkRecordOf(kind, record)
    if (checked?.success === true) {
      this.#lists.get(kind)?.push(checked.data)
      this.#take(record.id)
      return true
    }
    const [issue] = checked?.error.issues ?? []
    const words = issue === undefined ? 'cannot be read' : toProblem(issue, [], record, kind)
    this.account.dropped(what, at, typeof words === 'string' ? words : `${words.at}: ${words.message}`)
    return false
  }

  /** Each record has an id, and most get it long before they are added. */
  #take(id: string): void {
    this.#taken.add(id)
    if (this.#taken.size > READ_LIMITS.records) throw tooManyRecords()
  }

  /** Takes over what was packed with the whole. Its records are carried, and their ids taken. */
  addBoard({ meta, records, unreadable }: UnpackedBoard): void {
    this.#meta = meta
    for (const { kind, record } of records) {
      if (this.add(kind, record)) this.account.carried(kind, record.id)
    }
    for (const at of unreadable) this.account.dropped('ringfence extension', at, 'cannot be read')
  }

  /** Sets some of the board's own fields; what they cannot be is left as it was. */
  setMeta(fields: Partial<Meta>): void {
    const meta = metaSchema.safeParse({ ...(isFields(this.#meta) ? this.#meta : {}), ...fields })
    if (meta.success) this.#meta = meta.data
  }

  /** Notes a component of which the file does not say what network function it is; `guess` where more than its name tells. */
  isForeign(component: string, type: string, name: string, guess: string | null = null): void {
    this.#text.take(type.length)
    this.#foreign.push({ component, type, name, ...(guess === null ? {} : { guess }) })
  }

  /** `placed`: whether the file says where things stand. */
  finish(placed: boolean): Imported {
    const lists = Object.fromEntries(this.#lists)
    const { model, setAside } = normalise({ ...emptyModel(), ...lists, meta: this.#meta as Meta })
    for (const { id, reason } of setAside) this.account.dropped('reference', id, reason)
    return {
      format: this.#format,
      model,
      setAside,
      report: this.account.report,
      placed,
      foreign: this.#foreign,
    }
  }
}
