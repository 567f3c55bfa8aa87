import { isFields } from '../../model/issues.ts'
import { FreshNames } from '../fresh-names.ts'
import type { Fields } from '../kept.ts'
import { refBefore } from './kept.ts'

/** The references of a file in the making: each stands once. */
export class References {
  readonly #names = new FreshNames()
  readonly #ofIds = new Map<string, string>()

  /** Takes all references within what is written as it is. */
  take(value: unknown): void {
    if (Array.isArray(value)) for (const item of value as unknown[]) this.take(item)
    else if (isFields(value)) {
      if (typeof value['bom-ref'] === 'string') this.#names.take(value['bom-ref'])
      for (const item of Object.values(value)) this.take(item)
    }
  }

  /** Gives a record its reference: that which it had in another file, else its id, with a number where that is taken. */
  give(record: Readonly<{ id: string }>): void {
    this.#ofIds.set(record.id, this.#names.fresh(refBefore(record) ?? record.id))
  }

  readonly of = (id: string): string | undefined => this.#ofIds.get(id)

  /** The element, with new references in place of those within it that something else has. True where there were any. */
  settled(element: Fields): Readonly<{ element: Fields; isChanged: boolean }> {
    let isChanged = false
    const settle = (value: unknown): unknown => {
      if (Array.isArray(value)) return (value as unknown[]).map(settle)
      if (!isFields(value)) return value
      return Object.fromEntries(
        Object.entries(value).map(([name, item]) => {
          if (name !== 'bom-ref' || typeof item !== 'string') return [name, settle(item)]
          const ref = this.#names.fresh(item)
          isChanged ||= ref !== item
          return [name, ref]
        }),
      )
    }
    const entries = Object.entries(element).map(([name, item]) => [
      name,
      name === 'bom-ref' ? item : settle(item),
    ])
    return { element: Object.fromEntries(entries) as Fields, isChanged }
  }
}
