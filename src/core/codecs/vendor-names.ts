import type { Vendor } from '../model/records.ts'
import type { Draft } from './draft.ts'

/** The vendors of a model in the making, for formats that know a vendor by its name alone. */
export class VendorNames {
  readonly #draft: Draft
  readonly #ids: Map<string, string>

  /** `known`: those that the model has already; of two with one name the first counts. */
  constructor(draft: Draft, known: readonly Vendor[]) {
    this.#draft = draft
    this.#ids = new Map(known.toReversed().map(({ id, name }) => [name.trim(), id]))
  }

  /** The vendor of this name, made when it is first asked for; null for no name. */
  idOf(name: string | undefined): string | null {
    const plain = name?.trim() ?? ''
    if (plain === '') return null
    const known = this.#ids.get(plain)
    if (known !== undefined) return known
    const id = this.#draft.fresh(`vendor-${plain}`)
    this.#ids.set(plain, id)
    this.#draft.add('vendors', { id, name: plain, restricted: false })
    return id
  }
}
