/** What is wrong with an input: a stable code, the place in it, and what to do, in words. */
export type Problem = Readonly<{ code: ProblemCode; at: string; message: string }>

type ProblemCode =
  | 'too-large'
  | 'too-deep'
  | 'not-json'
  | 'not-text'
  | 'not-xml'
  | 'not-yaml'
  | 'several-documents'
  | 'unknown-format'
  | 'damaged'
  | 'forbidden'
  | 'forbidden-key'
  | 'not-ringfence'
  | 'newer-version'
  | 'bad-version'
  | 'wrong-type'
  | 'wrong-value'
  | 'missing'
  | 'reserved-field'
  | 'duplicate-id'

export type Parsed<T> = { ok: true; value: T } | { ok: false; problems: readonly Problem[] }

export const refused = (...problems: Problem[]): { ok: false; problems: readonly Problem[] } => ({
  ok: false,
  problems,
})

type PathPart = PropertyKey

/** `['components', 3, 'function']` → `components[3].function`; the whole file is `(file)`. */
export function placeOf(path: readonly PathPart[]): string {
  let place = ''
  for (const part of path) {
    if (typeof part === 'number') place += `[${part}]`
    else if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(String(part)))
      place += place === '' ? String(part) : `.${String(part)}`
    else place += `[${JSON.stringify(String(part))}]`
  }
  return place === '' ? '(file)' : place
}

/** One line for a person: `components[3].function: expected text or null, found a number`. */
export const inWords = (problem: Problem): string => `${problem.at}: ${problem.message}`
