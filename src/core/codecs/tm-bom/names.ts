import type { CommentSubject, Component } from '../../model/records.ts'
import { blankComponent } from '../blanks.ts'
import type { Draft } from '../draft.ts'
import type { Document } from './document.ts'
import type { NodeList } from './elements.ts'

const NODES = ['components', 'data_stores', 'actors'] as const satisfies readonly NodeList[]

/** Where things of a file are on the board, by list and symbolic name. */
export class Names {
  readonly #draft: Draft
  readonly #titles: ReadonlyMap<string, string>
  readonly #ids = new Map<string, string>()
  readonly #standIns = new Map<string, Component>()
  readonly #standInIds = new Set<string>()

  constructor(draft: Draft, document: Document) {
    this.#draft = draft
    this.#titles = new Map(
      document.lists.trust_zones.map(({ symbolic_name, title }) => [symbolic_name, title]),
    )
  }

  set(list: NodeList | 'trust_zones', name: string, id: string): void {
    this.#ids.set(`${list} ${name}`, id)
  }

  segmentOf(zone: string): string | null {
    return this.#ids.get(`trust_zones ${zone}`) ?? null
  }

  /** The component of this name, in the list of its type or, failing that, in any; or the one that stands for it. */
  componentOf(name: string, type?: string): string | null {
    const list = type === undefined ? undefined : listOfType(type)
    for (const one of list === undefined ? NODES : [list, ...NODES]) {
      const id = this.#ids.get(`${one} ${name}`)
      if (id !== undefined) return id
    }
    return this.#standIns.get(name)?.id ?? null
  }

  /** The same, made where there is none: a zone or something that is not in the file gets a component that stands for it. */
  standFor(name: string, type?: string): string {
    const known = this.componentOf(name, type)
    if (known !== null) return known
    const id = this.#draft.fresh('stand-in', name)
    this.#standInIds.add(id)
    const segment = this.segmentOf(name)
    this.#standIns.set(name, { ...blankComponent(id), name: this.#titles.get(name) ?? name, segment })
    return id
  }

  isStandIn(id: string | null): boolean {
    return id !== null && this.#standInIds.has(id)
  }

  get standIns(): readonly Component[] {
    return [...this.#standIns.values()]
  }

  /** The segments on both sides of a trust boundary, as far as they are there. */
  sidesOf({
    trust_zone_a,
    trust_zone_b,
  }: {
    trust_zone_a: string
    trust_zone_b: string
  }): readonly CommentSubject[] {
    return [...new Set([trust_zone_a, trust_zone_b])].flatMap((zone) => {
      const segment = this.segmentOf(zone)
      return segment === null ? [] : [{ segment }]
    })
  }
}

/** `#/$defs/data-store` or `data_store` → `data_stores`. */
function listOfType(type: string): NodeList | undefined {
  const plain = type.slice(type.lastIndexOf('/') + 1).replaceAll('-', '_')
  return NODES.find((list) => list === `${plain}s` || list === plain)
}
