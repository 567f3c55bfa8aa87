import { type ReactNode, useId } from 'react'
import type { Cited } from '../../core/catalogue/types.ts'
import { isVerified } from '../../core/catalogue/verified.ts'
import { Badge } from '../../ui/badge.tsx'
import css from './inspector.module.css'

/** What the catalogue says, with its source, marked where nobody has checked it there. */
export function FromCatalogue({ record, children }: Readonly<{ record: Cited; children: ReactNode }>) {
  const id = useId()
  return (
    <div className={css.section} role="group" aria-labelledby={id}>
      <h3 className={css.heading} id={id}>
        From the catalogue
        {!isVerified(record) && (
          <Badge icon="question" title="Nobody has checked this against its source">
            unverified
          </Badge>
        )}
      </h3>
      {children}
      <p className={css.source}>
        {record.source === '' ? 'No source recorded.' : `Source: ${record.source}`}
      </p>
    </div>
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
