import type { CommentSubject, Component } from '../../model/records.ts'
import type { Allowance } from '../allowance.ts'
import { blankComponent } from '../blanks.ts'
import type { Draft } from '../draft.ts'
import { type Document, isBomLink } from './document.ts'
import { partyName } from './parties.ts'
import { distinct } from '../subjects.ts'

type Target = CommentSubject | Readonly<{ zones: readonly string[] }>

/** Where things of a file are on the board, by their `bom-ref`. */
export class Places {
  readonly #draft: Draft
  readonly #index: Document['index']
  readonly #targets = new Map<string, Target>()
  readonly #standIns = new Map<string, Component>()
  readonly #allowance: Allowance

  constructor(draft: Draft, index: Document['index'], allowance: Allowance) {
    this.#draft = draft
    this.#index = index
    this.#allowance = allowance
  }

  set(ref: string, target: Target): void {
    if (!this.#targets.has(ref)) this.#targets.set(ref, target)
  }

  segmentOf(ref: string | undefined): string | null {
    const target = ref === undefined ? undefined : this.#targets.get(ref)
    return target !== undefined && 'segment' in target ? target.segment : null
  }

  /** What is at the reference: one thing, or the segments on both sides of a boundary; none for what is not on the board. */
  at(ref: string): readonly CommentSubject[] {
    const target = this.#targets.get(ref)
    if (target === undefined) {
      const standIn = this.#standIns.get(ref)
      return standIn === undefined ? [] : [{ component: standIn.id }]
    }
    if (!('zones' in target)) return [target]
    if (!this.#allowance.take(target.zones.length)) return []
    return target.zones.flatMap((zone) => {
      const segment = this.segmentOf(zone)
      return segment === null ? [] : [{ segment }]
    })
  }

  allAt(refs: readonly string[]): readonly CommentSubject[] {
    return distinct(refs.flatMap((ref) => this.at(ref)))
  }

  /** The component that is there, or the one that stands for what is. */
  componentAt(ref: string): string | null {
    const target = this.#targets.get(ref)
    return target !== undefined && 'component' in target
      ? target.component
      : (this.#standIns.get(ref)?.id ?? null)
  }

  /** A component that stands for what is no component here: a zone, or something that is elsewhere. */
  standFor(ref: string): string {
    const known = this.#standIns.get(ref)
    if (known !== undefined) return known.id
    const name = this.nameOf(ref)
    const id = this.#draft.fresh('stand-in', name)
    this.#standIns.set(ref, { ...blankComponent(id), name, segment: this.segmentOf(ref) })
    return id
  }

  isStandIn(ref: string): boolean {
    return this.#standIns.has(ref)
  }

  /** What the file calls the thing at a reference. */
  nameOf(ref: string): string {
    const there = this.#index.get(ref)
    const name: unknown = there?.['name']
    if (typeof name === 'string' && name !== '') return name
    return partyName(there, this.#index) ?? (isBomLink(ref) ? ref.slice(ref.indexOf('#') + 1) : ref)
  }

  get standIns(): readonly Component[] {
    return [...this.#standIns.values()]
  }
}
