import { isFields } from '../../model/issues.ts'
import { FreshNames } from '../fresh-names.ts'
import { nameBefore } from './elements.ts'
import { type ListName, SYMBOLIC_NAME } from './schemas.ts'

/** The symbolic names of a file in the making: each stands once in its list. */
export class SymbolicNames {
  readonly #names = new Map<ListName, FreshNames>()
  readonly #ofIds = new Map<string, string>()

  /** Takes the names of items that are written as they are. */
  take(list: ListName, items: unknown): void {
    if (!Array.isArray(items)) return
    for (const item of items as unknown[]) {
      const name = isFields(item) ? item['symbolic_name'] : undefined
      if (typeof name === 'string') this.#in(list).take(name)
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
    return this.#in(list).fresh(plain)
  }

  #in(list: ListName): FreshNames {
    const known = this.#names.get(list) ?? new FreshNames()
    this.#names.set(list, known)
    return known
  }
}
