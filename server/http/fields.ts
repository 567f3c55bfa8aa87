import { HttpError } from './http-error.ts'

/** Reads a small JSON object of a request; throws an HttpError that names the field where it does not fit. */
export class Fields {
  readonly #fields: Readonly<Record<string, unknown>>

  /** `body` may be missing where every field may be. */
  constructor(body: unknown, known: readonly string[]) {
    if (body !== undefined && (typeof body !== 'object' || body === null || Array.isArray(body))) {
      throw new HttpError(400, 'wrong-type', 'Send a JSON object.', { at: '(file)' })
    }
    this.#fields = { ...body }
    const other = Object.keys(this.#fields).find((name) => !known.includes(name))
    if (other !== undefined) {
      throw new HttpError(400, 'unknown-field', `Send nothing but ${known.join(', ')}.`, { at: other })
    }
  }

  text(name: string): string | undefined {
    const value = this.#fields[name]
    if (value !== undefined && typeof value !== 'string') throw wrong('wrong-type', 'Expected text.', name)
    return value
  }

  /** Text of 1 to `most` characters once trimmed. */
  title(name: string, most: number): string | undefined {
    const value = this.text(name)
    if (value !== undefined && (value.trim() === '' || value.length > most)) {
      throw wrong('wrong-value', `Expected 1 to ${most} characters.`, name)
    }
    return value?.trim()
  }

  oneOf<Choice extends string>(name: string, choices: readonly Choice[]): Choice {
    const value = this.text(name)
    const found = choices.find((choice) => choice === value)
    if (found === undefined) {
      throw wrong(
        value === undefined ? 'missing' : 'wrong-value',
        `Expected one of ${choices.join(', ')}.`,
        name,
      )
    }
    return found
  }

  /** A time to come, as ISO in UTC; null where it is null or missing. */
  future(name: string): string | null {
    const value = this.#fields[name]
    if (value === null || value === undefined) return null
    const time = typeof value === 'string' && ISO_TIME.test(value) ? Date.parse(value) : Number.NaN
    if (!(time > Date.now())) {
      throw wrong('wrong-value', 'Expected a time to come, like 2030-12-31T18:00:00Z, or null.', name)
    }
    return new Date(time).toISOString()
  }
}

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/

const wrong = (code: string, message: string, at: string) => new HttpError(400, code, message, { at })
