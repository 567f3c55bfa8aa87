import { useEffect, useRef, useState } from 'react'
import type { CoreResult } from '../../core/analysis/result.ts'
import { isAboutBoard } from '../../state/about-board.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { useBoard } from '../../state/board-store.ts'

/** Long enough that a drag or a burst of remote edits is told once. */
const QUIET_MS = 700

/**
 * Tells screen readers how exposure changes, whoever changed it; not what it is when the board opens. What changes again
 * before the last word can have been heard is told together, once it can.
 */
export function ExposureAnnouncer() {
  const result = useAnalysis((analysis) => analysis.result)
  const told = useRef<CoreResult | null>(null)
  const heardAt = useRef(0)
  const [words, setWords] = useState('')
  useEffect(() => {
    if (result === null || !isAboutBoard(result, useBoard.getState().model)) return undefined
    told.current ??= result
    if (told.current === result) return undefined
    let isOver = false
    const tell = async () => {
      const { changeInWords, hearingTime, toldAs } = await import('./change-words.ts')
      if (isOver || told.current === null) return
      const change = changeInWords(useBoard.getState().model, told.current, result)
      told.current = result
      if (change === null) return
      const said = toldAs(useAnalysis.getState(), change)
      heardAt.current = Date.now() + hearingTime(said)
      setWords(said)
    }
    const timer = setTimeout(() => void tell(), Math.max(QUIET_MS, heardAt.current - Date.now()))
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [result])
  return (
    <div role="status" aria-live="polite" className="rf-visually-hidden" data-testid="exposure-announcer">
      {words}
    </div>
  )
}
