import { interfacesBetween } from '../../catalogue/interfaces.ts'
import { BLANK_LINK } from '../../model/blank.ts'
import type { Component, Link } from '../../model/records.ts'
import type { Draft } from '../draft.ts'

type End = Pick<Component, 'id' | 'function' | 'name'>

/** One join of two services for whatever reason, and never twice. */
export class Joins {
  readonly #links = new Map<string, Link>()
  readonly #draft: Draft

  constructor(draft: Draft) {
    this.#draft = draft
  }

  get links(): readonly Link[] {
    return [...this.#links.values()]
  }

  /**
   * Joins two components, by the interface that the catalogue knows between their functions where it is the only one: it says
   * which end controls. `isCertain`: one of them is told the other's address; else they are joined only where the
   * catalogue does not speak against it. What is left to say, empty for nothing; null where they are not joined.
   */
  join(from: End, to: End, isCertain: boolean): string | null {
    const key = [from.id, to.id].toSorted().join(' ')
    const fitting = interfacesBetween(from.function, to.function)
    const isKnown = this.#links.has(key) || from.function === null || to.function === null
    if (fitting.length === 0 && !isCertain && !isKnown) return null
    const [only] = fitting
    const isOnly = only !== undefined && fitting.length === 1
    const [begin, end] = isOnly && only.reversed ? [to, from] : [from, to]
    if (!this.#links.has(key)) {
      const id = this.#draft.fresh(`${begin.id}-${end.id}`)
      const kind = isOnly ? only.interface.id : null
      this.#links.set(key, { id, ...BLANK_LINK, from: begin.id, to: end.id, interface: kind })
    }
    if (fitting.length < 2) return ''
    const names = fitting.map((each) => each.interface.name).join(', ')
    return `could be any of ${names}: nobody has said which`
  }
}
