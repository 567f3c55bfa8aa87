import type { Changes, Cleared } from '../../core/analysis/result.ts'
import { defaultEffect } from '../../core/catalogue/defaults.ts'
import { canCut } from '../../core/catalogue/mitigations.ts'
import type { Mitigation, Model } from '../../core/model/records.ts'
import type { Effect } from '../../core/model/terms.ts'
import { countsInTrial } from '../../state/trial.ts'
import { EFFECT_WORDS } from '../../ui/record-words.ts'

export type WhatIfRow = Readonly<{
  mitigation: Mitigation
  effect: Effect
  /** It counts, with what is tried out. */
  on: boolean
  switched: boolean
  /** What it would clear alone (AN13); null where it counts, or clears nothing. */
  clears: Cleared | null
  /** How many exposures would appear or worsen without it. */
  bears: number
}>

/** One row a mitigation, in the order of the model. `changes` are those of the board with the trial. */
export function whatIfRows(
  model: Model,
  switched: ReadonlyMap<string, boolean> | null,
  changes: Changes | null,
): readonly WhatIfRow[] {
  const clears = new Map(changes?.mitigations.map((cleared) => [cleared.id, cleared]))
  const bears = new Map(changes?.loadBearing.map(({ id, opens }) => [id, opens]))
  return model.mitigations.map((mitigation) => ({
    mitigation,
    effect: mitigation.effect ?? defaultEffect(mitigation.control),
    on: countsInTrial(mitigation, switched, model),
    switched: switched?.has(mitigation.id) ?? false,
    clears: clears.get(mitigation.id) ?? null,
    bears: bears.get(mitigation.id) ?? 0,
  }))
}

/** Whoever decided against a mitigation is not told what it would do, unless it is tried (AN13). */
const isUnweighed = ({ mitigation: { status }, on }: WhatIfRow): boolean =>
  !on && (status === 'rejected' || status === 'retired')

/** What switching it would do, where it does not bear anything. */
export function clearsInWords(row: WhatIfRow): string {
  const { clears, effect, on, mitigation } = row
  if (clears !== null) {
    const counts = [
      clears.taken > 0 ? `${clears.taken} taken` : '',
      clears.reached > 0 ? `${clears.reached} reached` : '',
    ]
    return `clears ${counts.filter(Boolean).join(', ')}`
  }
  if (isUnweighed(row)) return `${mitigation.status}: not weighed`
  if (!canCut(effect)) return EFFECT_WORDS[effect].cuts
  return on ? 'bears nothing here' : 'clears nothing here'
}

export type Only = 'all' | 'clears' | 'bears' | 'nothing' | 'switched'

export const ONLY: Readonly<Record<Only, (row: WhatIfRow) => boolean>> = {
  all: () => true,
  clears: ({ clears }) => clears !== null,
  bears: ({ bears }) => bears > 0,
  nothing: (row) => row.clears === null && row.bears === 0 && !isUnweighed(row),
  switched: ({ switched }) => switched,
}

/** Rows that `only` lets through and whose title, owner or effect hold every word of the text. */
export function filterRows(rows: readonly WhatIfRow[], text: string, only: Only): readonly WhatIfRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter((row) => {
    if (!ONLY[only](row)) return false
    const { mitigation, effect } = row
    const all = [mitigation.title, mitigation.owner, mitigation.status, EFFECT_WORDS[effect].label]
    return words.every((word) => all.join(' ').toLowerCase().includes(word))
  })
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** The order of interest: what clears most, then what bears most, then by title. */
export const orderOf = (rows: readonly WhatIfRow[]): readonly string[] =>
  rows
    .toSorted(
      (a, b) =>
        (b.clears?.taken ?? 0) - (a.clears?.taken ?? 0) ||
        (b.clears?.reached ?? 0) - (a.clears?.reached ?? 0) ||
        b.bears - a.bears ||
        collator.compare(a.mitigation.title, b.mitigation.title),
    )
    .map(({ mitigation }) => mitigation.id)

/** Rows in an order that was made of other rows: what is not in it comes last. */
export function arranged(rows: readonly WhatIfRow[], order: readonly string[]): readonly WhatIfRow[] {
  const places = new Map(order.map((id, place) => [id, place]))
  const placeOf = ({ mitigation }: WhatIfRow) => places.get(mitigation.id) ?? order.length
  return rows.toSorted((a, b) => placeOf(a) - placeOf(b))
}
