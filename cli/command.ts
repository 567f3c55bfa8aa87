/** Exit statuses (model.md, "The result"). */
export const DONE = 0
export const FOUND = 1
export const REFUSED = 2

export type ExitStatus = typeof DONE | typeof FOUND | typeof REFUSED

export type Command = Readonly<{
  name: string
  summary: string
  /** What `--help` prints. */
  help: string
  /** Writes to standard output; throws a `Refusal` for what it cannot take. */
  run: (args: readonly string[]) => Promise<ExitStatus>
}>

/** Input that is not taken: each line is one reason, for standard error. Nothing has been written by then. */
export class Refusal extends Error {
  readonly lines: readonly string[]

  constructor(...lines: readonly string[]) {
    super(lines.join('\n'))
    this.name = 'Refusal'
    this.lines = lines
  }
}

/** The value of an option that has to be one of a few words. */
export function oneOf<T extends string>(option: string, value: string, words: readonly T[]): T {
  const word = words.find((candidate) => candidate === value)
  if (word === undefined)
    throw new Refusal(`--${option}: expected one of ${words.join(', ')}, found "${value}"`)
  return word
}

/** The one file that a command takes, `-` being standard input. */
export function onlyFile(positionals: readonly string[]): string {
  const [file, ...others] = positionals
  if (file === undefined) throw new Refusal('expected a file, or - for standard input')
  if (others.length > 0) throw new Refusal(`expected one file, found ${positionals.length}`)
  return file
}

/** What a command reads and what it writes. `expected` says both in words. */
export function twoPaths(positionals: readonly string[], expected: string): readonly [string, string] {
  const [input, output, ...others] = positionals
  if (input === undefined || output === undefined || others.length > 0)
    throw new Refusal(`expected ${expected}, found ${positionals.length}`)
  return [input, output]
}
