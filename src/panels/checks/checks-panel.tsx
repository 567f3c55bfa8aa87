import { useEffect, useState } from 'react'
import { useAnalysis } from '../../state/analysis-store.ts'
import { markFindings, unmarkFindings } from '../../state/check-store.ts'
import { mayEdit, useConnection } from '../../state/connection-store.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { groupFindings } from './check-groups.ts'
import { CheckSection } from './check-section.tsx'
import css from './checks.module.css'
import { WaivedList } from './waived-list.tsx'

const ASKED = { of: 'checks' } as const

/** What the diagram rules find on the board as it stands, by rule, worst first, and what is waived. */
export function ChecksPanel() {
  const { answer, failed } = useAnswer(ASKED)
  const running = useAnalysis(({ failed: why }) => why)
  const editable = useConnection(mayEdit)
  const [search, setSearch] = useState('')
  useEffect(() => {
    if (answer !== undefined) markFindings(answer.findings)
  }, [answer])
  useEffect(() => unmarkFindings, [])
  const why = failed ?? running
  if (why !== null)
    return (
      <EmptyState icon="warning" title="The checks could not run">
        {why}
      </EmptyState>
    )
  if (answer === undefined) return <EmptyState icon="check" title="Checking …" />
  const { findings, waived } = answer
  const groups = groupFindings(findings, search)
  return (
    <div className={css.panel}>
      <div className={css.bar}>
        <SearchField label="Search the findings" placeholder="Search" value={search} onChange={setSearch} />
        <span role="status">
          {findings.length} open · {waived.length} waived
        </span>
      </div>
      {groups.map((group) => (
        <CheckSection key={group.check.id} group={group} editable={editable} />
      ))}
      {groups.length === 0 && (
        <EmptyState
          icon={search === '' ? 'check' : 'search'}
          title={search === '' ? 'No rule finds anything open' : 'No finding matches the search'}
        >
          {search === '' && <p>A rule that lacks the data to judge by says nothing.</p>}
        </EmptyState>
      )}
      {waived.length > 0 && <WaivedList waived={waived} editable={editable} />}
    </div>
  )
}
