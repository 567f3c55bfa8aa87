import { useEffect, useState } from 'react'
import type { Question, Questions } from '../core/analysis/questions.ts'
import type { CoreResult } from '../core/analysis/result.ts'
import { useAnalysis } from './analysis-store.ts'

type Asked<Of extends keyof Questions> = Readonly<{ of: Of }> & Questions[Of]['asked']

type Answered<T> = Readonly<{
  /** The last answer stays while the next is on its way, so that nothing flickers; undefined before the first. */
  answer: T | undefined
  waiting: boolean
  failed: string | null
}>

type Last<Of extends keyof Questions> = Readonly<{
  question: Asked<Of>
  result: CoreResult
  answer: Questions[Of]['answer'] | undefined
  failed: string | null
}>

/**
 * Asks the analysis worker, again after every new result. `question` has to be the same object for as long as it asks the
 * same; null asks nothing.
 */
export function useAnswer<Of extends keyof Questions>(
  question: Asked<Of> | null,
): Answered<Questions[Of]['answer']> {
  const result = useAnalysis((analysis) => analysis.result)
  const [last, setLast] = useState<Last<Of> | null>(null)
  useEffect(() => {
    if (question === null || result === null) return undefined
    let stale = false
    const take = (told: Pick<Last<Of>, 'answer' | 'failed'>) => {
      if (!stale) setLast({ question, result, ...told })
    }
    useAnalysis
      .getState()
      .ask(question)
      .then(
        (answer) => take({ answer, failed: null }),
        (error: Error) => take({ answer: undefined, failed: error.message }),
      )
    return () => {
      stale = true
    }
  }, [question, result])
  if (question === null) return { answer: undefined, waiting: false, failed: null }
  const waiting = last?.question !== question || last.result !== result
  // The last answer about the same thing; never one about another.
  const known = last !== null && subjectOf(last.question as Question) === subjectOf(question as Question)
  return { answer: known ? last.answer : undefined, waiting, failed: known ? last.failed : null }
}

function subjectOf(question: Question): string {
  switch (question.of) {
    case 'paths':
      return `${question.risk} ${question.target}`
    case 'explanation':
      return `${question.exposure.risk} ${question.exposure.target}`
    case 'burn-down':
    case 'checks':
      return question.of
    case 'blast':
      return question.component
    case 'without-vendor':
      return question.vendor
  }
}
