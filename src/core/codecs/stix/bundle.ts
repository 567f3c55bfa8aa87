import { v5 } from 'uuid'
import { encodeText } from '../text.ts'

export type StixObject = Readonly<{ type: string; id: string } & Record<string, unknown>>

/** Ours, for ids that are the same whenever the same thing is written. */
const NAMESPACE = '7ffb6845-687d-41c2-9680-5413c5197e68'

/** An id made from what it is the id of. */
export const stixId = (type: string, ...of: readonly string[]): string =>
  `${type}--${v5(encodeText(JSON.stringify(of)), NAMESPACE)}`

type Fields = Readonly<Record<string, unknown>>

/**
 * STIX objects in the making, all of one board and one day. Ids are made from the board's title and the id of the record, since
 * two boards may use one id, and a platform that reads both would take what they name for one thing.
 */
export class Bundle {
  readonly #objects = new Map<string, StixObject>()
  readonly #board: string
  readonly #moment: string
  readonly #author: string

  /** `date`: the day, `YYYY-MM-DD`, whose first moment everything is said to be made at. */
  constructor(board: string, date: string) {
    this.#board = board
    this.#moment = `${date}T00:00:00.000Z`
    this.#author = stixId('identity', 'Ringfence')
    this.put({
      type: 'identity',
      id: this.#author,
      name: 'Ringfence',
      description: 'The tool that wrote this file from a threat model.',
      identity_class: 'system',
    })
  }

  /** The id of what is made of a record of this board. */
  idOf(type: string, ...of: readonly string[]): string {
    return stixId(type, this.#board, ...of)
  }

  /** Adds an object of this board and gives its id. Fields that are undefined, an empty text or an empty list are left out. */
  add(type: string, of: readonly string[], fields: Fields): string {
    const id = this.idOf(type, ...of)
    this.put({ type, id, ...fields })
    return id
  }

  relate(type: string, from: string, to: string, description = '', of: readonly string[] = []): string {
    const fields = { relationship_type: type, description, source_ref: from, target_ref: to }
    return this.add('relationship', [type, from, to, ...of], fields)
  }

  /** Adds an object under an id of its own, once. */
  put({ type, id, ...fields }: StixObject): void {
    if (this.#objects.has(id)) return
    const common = {
      type,
      spec_version: '2.1',
      id,
      created_by_ref: this.#author,
      created: this.#moment,
      modified: this.#moment,
    }
    // A marking is not versioned, and the author was made by nobody else.
    const unsaid = new Set<string>()
    if (type === 'marking-definition') unsaid.add('modified')
    if (id === this.#author) unsaid.add('created_by_ref')
    const all = Object.entries({ ...common, ...fields })
    const said = all.filter(([name, value]) => !unsaid.has(name) && !isNothing(value))
    this.#objects.set(id, Object.fromEntries(said) as StixObject)
  }

  has(id: string): boolean {
    return this.#objects.has(id)
  }

  /** The text of the file. */
  text(): string {
    const bundle = {
      type: 'bundle',
      id: this.idOf('bundle', this.#moment),
      objects: [...this.#objects.values()],
    }
    return `${JSON.stringify(bundle, null, 2)}\n`
  }
}

const isNothing = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
