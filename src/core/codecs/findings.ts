import type * as z from 'zod/mini'
import { nameType, toProblem } from '../model/issues.ts'
import { type Problem, placeOf } from '../model/problem.ts'

/** More problems than this help nobody. */
const MOST = 20

/** What is wrong with a file of another format, each with its place; at most 20. Never throws. */
export class Findings {
  readonly #problems: Problem[] = []

  get problems(): readonly Problem[] {
    return this.#problems
  }

  add(code: Problem['code'], path: readonly PropertyKey[], message: string): void {
    if (this.#problems.length < MOST) this.#problems.push({ code, at: placeOf(path), message })
  }

  /** The value where it fits the schema; otherwise null, and what is wrong is noted. */
  value<S extends z.ZodMiniType>(
    schema: S,
    value: unknown,
    path: readonly PropertyKey[],
  ): z.output<S> | null {
    if (this.#problems.length >= MOST) return null
    const checked = checkedBy(schema, value)
    if (checked === null) this.add('too-large', path, 'has more bad entries than can be told')
    else if (checked.success) return checked.data
    else for (const issue of checked.error.issues.slice(0, MOST)) this.#note(issue, value, path)
    return null
  }

  /** The items of a list that fit. A list that is not there has none. */
  items<S extends z.ZodMiniType>(schema: S, list: unknown, path: readonly PropertyKey[]): z.output<S>[] {
    if (list === undefined) return []
    if (!Array.isArray(list)) {
      this.add('wrong-type', path, `expected a list, found ${nameType(list)}`)
      return []
    }
    return list.flatMap((item: unknown, index) => {
      const value = this.value(schema, item, [...path, index])
      return value === null ? [] : [value]
    })
  }

  #note(issue: z.core.$ZodIssue, root: unknown, path: readonly PropertyKey[]): void {
    const { code, at, message } = toProblem(issue, path, root)
    const isSaid = ['invalid_union', 'custom', 'invalid_format'].includes(issue.code)
    const isEmpty = issue.code === 'too_small' && issue.origin === 'string'
    if (this.#problems.length >= MOST) return
    const words = code === 'missing' ? message : isEmpty ? 'is empty' : isSaid ? issue.message : message
    this.#problems.push({ code, at, message: words })
  }
}

/** Whether the value fits the schema. */
export const fits = (schema: z.ZodMiniType, value: unknown): boolean =>
  checkedBy(schema, value)?.success === true

/** Null where there are so many issues that they overflow the checker's stack. */
function checkedBy<S extends z.ZodMiniType>(schema: S, value: unknown) {
  try {
    return schema.safeParse(value)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
