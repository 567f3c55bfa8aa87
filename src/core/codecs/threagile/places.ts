import type { CommentSubject } from '../../model/records.ts'
import type { Draft } from '../draft.ts'

/** What ids of a Threagile file mean on the board; of links, `asset>title-of-link`. */
export class Places {
  readonly #draft: Draft
  readonly #assets = new Map<string, string>()
  readonly #runtimes = new Map<string, string>()
  readonly #boundaries = new Map<string, string>()
  readonly #links = new Map<string, string>()

  constructor(draft: Draft) {
    this.#draft = draft
  }

  noteAsset(id: string): string {
    return this.#note(this.#assets, 'asset', id)
  }
  noteRuntime(id: string): string {
    return this.#note(this.#runtimes, 'runtime', id)
  }
  noteBoundary(id: string): string {
    return this.#note(this.#boundaries, 'boundary', id)
  }
  noteLink(asset: string, title: string): string {
    return this.#note(this.#links, 'link', `${asset}>${slug(title)}`)
  }

  asset(id: string): string | null {
    return this.#assets.get(id) ?? null
  }
  boundary(id: string): string | null {
    return this.#boundaries.get(id) ?? null
  }

  /** What a risk can be on, by the id of a link, an asset, a boundary or a runtime; null where it names none of them. */
  subject(id: string): CommentSubject | null {
    const link = this.#links.get(id)
    if (link !== undefined) return { link }
    const component = this.#assets.get(id) ?? this.#runtimes.get(id)
    if (component !== undefined) return { component }
    const segment = this.#boundaries.get(id)
    return segment === undefined ? null : { segment }
  }

  /** The same id for a second of the same name would make one record of two. */
  #note(known: Map<string, string>, space: string, foreign: string): string {
    const id = known.has(foreign) ? this.#draft.fresh(foreign) : this.#draft.id(space, foreign)
    if (!known.has(foreign)) known.set(foreign, id)
    return id
  }
}

/** As Threagile makes an id of a title. */
const slug = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
