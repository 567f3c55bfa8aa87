import { isVerified } from '../../core/catalogue/verified.ts'
import type { Cited } from '../../core/catalogue/types.ts'
import { Badge } from '../../ui/badge.tsx'
import css from './inspector.module.css'

/** Where a fact of the catalogue comes from, marked where nobody has checked it there. */
export function SourceNote({ record }: { record: Cited }) {
  return (
    <p className={css.source}>
      <span>{record.source === '' ? 'No source recorded' : `Source: ${record.source}`}</span>
      {!isVerified(record) && (
        <Badge icon="question" title="Nobody has checked this against its source">
          unverified
        </Badge>
      )}
    </p>
  )
}

/** Facts as pairs of a word and a value; empty values are left out. */
export function Facts({ facts }: { facts: readonly (readonly [string, string | null | undefined])[] }) {
  const shown = facts.filter((fact): fact is readonly [string, string] => Boolean(fact[1]))
  return (
    <dl className={css.facts}>
      {shown.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
