import { useEffect, useRef, useState } from 'react'
import { useAnalysis } from '../../state/analysis-store.ts'
import { changeInWords, type Tally } from './status-words.ts'

/** Long enough that a drag or a burst of remote edits is told once. */
const QUIET_MS = 700

/** Tells screen readers how exposure changes, whoever changed it; not what it is when the board opens. */
export function ExposureAnnouncer() {
  const taken = useAnalysis(({ result }) => result?.counts.taken ?? null)
  const reached = useAnalysis(({ result }) => result?.counts.reached ?? null)
  const told = useRef<Tally | null>(null)
  const [words, setWords] = useState('')
  useEffect(() => {
    if (taken === null || reached === null) return undefined
    const now = { taken, reached }
    if (told.current === null) {
      told.current = now
      return undefined
    }
    const timer = setTimeout(() => {
      const change = changeInWords(told.current ?? now, now)
      told.current = now
      if (change !== null) setWords(change)
    }, QUIET_MS)
    return () => clearTimeout(timer)
  }, [taken, reached])
  return (
    <div role="status" aria-live="polite" className="rf-visually-hidden" data-testid="exposure-announcer">
      {words}
    </div>
  )
}
