import { KINDS, type Model } from '../model/records.ts'
import { READ_LIMITS } from './limits.ts'
import { tooMuchText } from './too-large.ts'

/** Characters of all that a record says, each text counted as often as it is said; names of fields but for its own. */
export function charactersIn(record: object): number {
  let sum = 0
  const waiting: unknown[] = Object.values(record)
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (typeof next === 'string') sum += next.length
    else if (Array.isArray(next)) for (const inner of next as unknown[]) waiting.push(inner)
    else if (typeof next === 'object' && next !== null)
      for (const entry of Object.entries(next)) waiting.push(...entry)
  }
  return sum
}

/** The same of all records of a model, and of what it says of itself. */
export const charactersOf = (model: Model): number =>
  KINDS.reduce(
    (sum, kind) => model[kind].reduce((sum, record) => sum + charactersIn(record), sum),
    charactersIn(model.meta),
  )

/**
 * How much text a reader may still make of its file. What is said there once may be meant for thousands of records, so that
 * a small file could else fill the memory.
 */
export class TextAllowance {
  #left: number

  constructor(most: number = READ_LIMITS.text) {
    this.#left = most
  }

  take(characters: number): void {
    this.#left -= characters
    if (this.#left < 0) throw tooMuchText()
  }
}
