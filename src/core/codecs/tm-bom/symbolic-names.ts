import { isFields } from '../../model/issues.ts'
import { nameBefore } from './elements.ts'
import { type ListName, SYMBOLIC_NAME } from './schemas.ts'

/** The symbolic names of a file in the making: each stands once in its list. */
export class SymbolicNames {
  readonly #taken = new Set<string>()
  readonly #ofIds = new Map<string, string>()

  /** Takes the names of items that are written as they are. */
  take(list: ListName, items: unknown): void {
    if (!Array.isArray(items)) return
    for (const item of items as unknown[]) {
      const name = isFields(item) ? item['symbolic_name'] : undefined
      if (typeof name === 'string') this.#taken.add(`${list} ${name}`)
    }
  }

  /** Gives a record its name: that which it had in another file, else one made from its id. */
  give(list: ListName, record: Readonly<{ id: string }>): void {
    const before = nameBefore(record)
    const wanted = before !== null && SYMBOLIC_NAME.test(before) ? before : record.id
    this.#ofIds.set(`${list} ${record.id}`, this.fresh(list, wanted))
  }

  /** The name that a record was given in this list. */
  of(list: ListName, id: string): string | undefined {
    return this.#ofIds.get(`${list} ${id}`)
  }

  /** A name like `wanted` that is free, of the letters that names may have. */
  fresh(list: ListName, wanted: string): string {
    const plain = wanted.toLowerCase().replace(/[^0-9a-z-]+/g, '-')
    let name = plain
    for (let nth = 2; this.#taken.has(`${list} ${name}`); nth++) name = `${plain}-${nth}`
    this.#taken.add(`${list} ${name}`)
    return name
  }
}
