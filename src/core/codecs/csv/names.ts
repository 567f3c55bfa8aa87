import type { Draft } from '../draft.ts'

/**
 * Things of a file that it tells by name, by id, or both, such as the vendors of its components. What a person reads wins: where
 * an id and a name do not belong together, somebody has edited the name.
 */
export class Names {
  readonly #draft: Draft
  readonly #space: string
  readonly #byId = new Map<string, string>()
  readonly #byName = new Map<string, string[]>()
  readonly #names = new Map<string, string>()
  /** Those that no row was about, in order of first mention: our id, and the name. */
  readonly made: { id: string; name: string }[] = []

  constructor(draft: Draft, space: string) {
    this.#draft = draft
    this.#space = space
  }

  /** Notes one with an id of its own or none, and gives our id for it. */
  note(foreign: string, name: string): string {
    const isNew = foreign !== '' && !this.#byId.has(foreign)
    const id = isNew ? this.#draft.id(this.#space, foreign) : this.#draft.fresh(name)
    if (isNew) this.#byId.set(foreign, id)
    this.#names.set(id, name)
    const key = folded(name)
    const same = this.#byName.get(key)
    if (same !== undefined) same.push(id)
    else if (key !== '') this.#byName.set(key, [id])
    return id
  }

  /**
   * Our id for the one that is meant, made where there is none; null where nothing is. `keeps`: an id that is known is meant
   * even where the name is one that nothing has. `among` is how many the name alone could mean.
   */
  find(foreign: string, name: string, keeps: boolean): Readonly<{ id: string | null; among: number }> {
    if (foreign === '' && name === '') return { id: null, among: 0 }
    const known = this.#byId.get(foreign)
    if (known !== undefined && (name === '' || this.#names.get(known) === name))
      return { id: known, among: 1 }
    const called = name === '' ? [] : (this.#byName.get(folded(name)) ?? [])
    if (called[0] !== undefined && (foreign === '' || known !== undefined))
      return { id: called[0], among: called.length }
    if (known !== undefined && keeps) return { id: known, among: 1 }
    const id = this.note(foreign, name)
    this.made.push({ id, name })
    return { id, among: 1 }
  }
}

const folded = (name: string): string => name.trim().toLowerCase()
