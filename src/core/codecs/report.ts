import { KINDS, type Kind, type Model } from '../model/records.ts'
import type { TextAllowance } from './text-in.ts'

/** What became of one record on its way from one format to another. */
type Fate = 'carried' | 'changed' | 'dropped'

export type ReportEntry = Readonly<{
  fate: Fate
  /** What it is in the file that it comes from: `dataflow`, `threat`; of a board the kind, `components`. */
  what: string
  /** Its id there, or its place in the file. */
  at: string
  /** How it was changed or why it was dropped, for a person; empty for what was carried whole. */
  words: string
}>

/** One entry for each record, in the order of the file. Counts are sums over it, so that none is told twice. */
export type Report = readonly ReportEntry[]

/** Takes down what becomes of each record. `allowance`: what it may say in all, of a file that anybody may have written. */
export class Account {
  readonly #entries: ReportEntry[] = []
  readonly #allowance: TextAllowance | null

  constructor(allowance: TextAllowance | null = null) {
    this.#allowance = allowance
  }

  carried(what: string, at: string): void {
    this.#add('carried', what, at, [])
  }

  changed(what: string, at: string, words: string): void {
    this.#add('changed', what, at, [words])
  }

  dropped(what: string, at: string, words: string): void {
    this.#add('dropped', what, at, [words])
  }

  /** `changed` where there is something to say, else `carried`. */
  tell(what: string, at: string, changes: readonly string[]): void {
    this.#add(changes.length === 0 ? 'carried' : 'changed', what, at, changes)
  }

  #add(fate: Fate, what: string, at: string, changes: readonly string[]): void {
    this.#allowance?.take(changes.reduce((sum, words) => sum + words.length, what.length + at.length))
    this.#entries.push({ fate, what, at, words: changes.join('; ') })
  }

  get report(): Report {
    return this.#entries
  }
}

/** How many of one `what` came to each fate. */
export type Tally = Readonly<{ what: string } & Record<Fate, number>>

/** Counts by `what`, in order of first mention. */
export function tally(report: Report): readonly Tally[] {
  const counts = new Map<string, { what: string } & Record<Fate, number>>()
  for (const { what, fate } of report) {
    const count = counts.get(what) ?? { what, carried: 0, changed: 0, dropped: 0 }
    count[fate]++
    counts.set(what, count)
  }
  return [...counts.values()]
}

/** The report of a format that holds these kinds whole and the others not at all, for the reason given. */
export function reportByKind(model: Model, reasons: Partial<Record<Kind, string>>): Report {
  const account = new Account()
  for (const kind of KINDS) {
    const reason = reasons[kind]
    for (const { id } of model[kind]) {
      if (reason === undefined) account.carried(kind, id)
      else account.dropped(kind, id, reason)
    }
  }
  return account.report
}
