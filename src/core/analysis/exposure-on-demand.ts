import { type ExposureRecords, nameEnds, namePath } from './name-outcome.ts'
import type { ExposureColumns } from './outcome.ts'
import type { Exposure } from './result.ts'

/**
 * An exposure whose path is named when it is first asked for: all paths together may be as long as the square of the board.
 * The path is left behind by `{ ...exposure }` and by `postMessage`; `spellOut` takes it along.
 */
export class ExposureOnDemand implements Exposure {
  readonly risk: string
  readonly target: string
  readonly kind: Exposure['kind']
  readonly source: string
  readonly hops: number
  readonly entry: Exposure['entry']
  readonly rating: Exposure['rating']
  readonly accepted: boolean
  readonly #namePath: () => Pick<Exposure, 'path' | 'links'>
  #named: Pick<Exposure, 'path' | 'links'> | null = null

  constructor(i: number, columns: ExposureColumns, records: ExposureRecords) {
    const { risk, target, kind, source, hops, entry, rating, accepted } = nameEnds(i, columns, records)
    this.risk = risk
    this.target = target
    this.kind = kind
    this.source = source
    this.hops = hops
    this.entry = entry
    this.rating = rating
    this.accepted = accepted
    this.#namePath = () => namePath(i, columns, records)
  }

  get path(): readonly string[] {
    return (this.#named ??= this.#namePath()).path
  }

  get links(): readonly string[] {
    return (this.#named ??= this.#namePath()).links
  }
}

/** The same as a plain object, path and all. */
export const spellOut = (exposure: Exposure): Exposure => {
  const { path, links } = exposure
  return { ...exposure, path, links }
}
