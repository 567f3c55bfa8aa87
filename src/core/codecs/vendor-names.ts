import type { Vendor } from '../model/records.ts'
import type { Draft } from './draft.ts'

/** The vendors of a model in the making, for formats that know a vendor by its name alone. */
export class VendorNames {
  readonly #draft: Draft
  readonly #ids: Map<string, string>
  /** By names as they are said: a long one for thousands of components is not trimmed for each. */
  readonly #saidBefore = new Map<string, string | null>()

  /** `known`: those that the model has already; of two with one name the first counts. */
  constructor(draft: Draft, known: readonly Vendor[]) {
    this.#draft = draft
    this.#ids = new Map(known.toReversed().map(({ id, name }) => [name.trim(), id]))
  }

  /** The vendor of this name, made when it is first asked for; null for no name. */
  idOf(name: string | undefined): string | null {
    const said = name === undefined ? null : this.#saidBefore.get(name)
    if (said !== undefined) return said
    const id = this.#vendorCalled(name?.trim() ?? '')
    if (name !== undefined) this.#saidBefore.set(name, id)
    return id
  }

  #vendorCalled(plain: string): string | null {
    if (plain === '') return null
    const known = this.#ids.get(plain)
    if (known !== undefined) return known
    const id = this.#draft.fresh('vendor', plain)
    this.#ids.set(plain, id)
    this.#draft.add('vendors', { id, name: plain, restricted: false })
    return id
  }
}
