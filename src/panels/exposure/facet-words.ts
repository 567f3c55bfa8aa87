import type { Model } from '../../core/model/records.ts'
import { RATINGS } from '../../core/model/terms.ts'
import { nameOf } from '../../state/record-names.ts'
import { EXPOSURE_WORDS, RATING_WORDS } from '../../ui/words.ts'
import { type Facet, NOBODY } from './exposure-filter.ts'

/** What each facet is called, and what it says of an exposure. */
export const FACET_WORDS: Readonly<Record<Facet, Readonly<{ label: string; means: string }>>> = {
  kind: { label: 'Target is', means: 'Whether an attacker gets in or stands at the door.' },
  rating: { label: 'Rating', means: 'Likelihood × impact, in four bands.' },
  risk: { label: 'Risk', means: 'The risk that is live at the source.' },
  vendor: { label: 'Vendor', means: 'Whose product the source is.' },
  target: { label: 'Target', means: 'The critical function that is taken or reached.' },
  segment: { label: 'Segment', means: 'The source or the target lies in it, or in a segment within it.' },
  accepted: { label: 'Acceptance', means: 'Whether the risk is accepted today.' },
}

export function valueInWords(model: Model, facet: Facet, value: string): string {
  switch (facet) {
    case 'kind':
      return EXPOSURE_WORDS[value === 'taken' ? 'taken' : 'reached'].label
    case 'rating':
      return RATING_WORDS[RATINGS.find((rating) => rating === value) ?? 'low'].label
    case 'accepted':
      return value === 'yes' ? 'Accepted' : 'Not accepted'
    default:
      return value === NOBODY ? 'No vendor given' : nameOf(model, value)
  }
}

export type Option = Readonly<{ value: string; label: string; count: number }>

/** The order of terms that have one; names come by how many rows they would leave. */
const ORDER = ['taken', 'reached', ...RATINGS.toReversed(), 'yes', 'no']
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** The values to offer for a facet; what is picked stays on offer when no row has it any more. */
export function optionsOf(
  model: Model,
  facet: Facet,
  counts: ReadonlyMap<string, number>,
  picked: ReadonlySet<string>,
): readonly Option[] {
  const values = new Set([...counts.keys(), ...picked])
  return [...values]
    .map((value) => ({ value, label: valueInWords(model, facet, value), count: counts.get(value) ?? 0 }))
    .sort(
      (a, b) =>
        ORDER.indexOf(a.value) - ORDER.indexOf(b.value) ||
        b.count - a.count ||
        collator.compare(a.label, b.label),
    )
}

/** What is picked in a facet, on a chip: `Acme`, `Acme and 2 more`. */
export function pickedInWords(model: Model, facet: Facet, picked: ReadonlySet<string>): string {
  const [first = '', ...more] = [...picked].map((value) => valueInWords(model, facet, value))
  return more.length === 0 ? first : `${first} and ${more.length} more`
}
