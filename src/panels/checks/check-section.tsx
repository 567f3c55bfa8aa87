import { useState } from 'react'
import { isVerified } from '../../core/catalogue/verified.ts'
import { Badge } from '../../ui/badge.tsx'
import { CRITICALITY_WORDS } from '../../ui/record-words.ts'
import type { CheckGroup } from './check-groups.ts'
import css from './checks.module.css'
import { FindingRow } from './finding-row.tsx'

/** As many as are listed before somebody asks for the rest. */
const AT_FIRST = 50

/** One rule with what it says, its source, and where it is broken. */
export function CheckSection({ group, editable }: Readonly<{ group: CheckGroup; editable: boolean }>) {
  const { check, findings } = group
  const [most, setMost] = useState(AT_FIRST)
  return (
    <details className={css.group} open={findings.length <= 5}>
      <summary className={css.summary}>
        <Badge tone={check.severity === 'critical' ? 'taken' : 'plain'} icon="warning">
          {CRITICALITY_WORDS[check.severity].label}
        </Badge>
        <span className={css.title}>{check.title}</span>
        <span className={css.count}>{findings.length}</span>
      </summary>
      <p className={css.rule}>
        Flags: {check.rule}. Source: {check.source}.{' '}
        {!isVerified(check) && (
          <Badge icon="question" title="Nobody has checked this against its source">
            unverified
          </Badge>
        )}
      </p>
      <ul className={css.list}>
        {findings.slice(0, most).map((finding) => (
          <FindingRow key={finding.records.join(' ')} finding={finding} editable={editable} />
        ))}
      </ul>
      {findings.length > most && (
        <button type="button" className={css.link} onClick={() => setMost(most + 200)}>
          Show more of {findings.length}
        </button>
      )}
    </details>
  )
}
