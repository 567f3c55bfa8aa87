import { create } from 'zustand'
import type { Finding } from '../core/analysis/checks/findings.ts'

/** How many open findings have a record as their main one, by its id, while the checks are shown; else nothing is marked. */
export type CheckState = Readonly<{ marks: ReadonlyMap<string, number> }>

const NONE: ReadonlyMap<string, number> = new Map()

export const useCheckMarks = create<CheckState>()(() => ({ marks: NONE }))

export function markFindings(findings: readonly Finding[]): void {
  const marks = new Map<string, number>()
  for (const { records } of findings) {
    const main = records[0] ?? ''
    marks.set(main, (marks.get(main) ?? 0) + 1)
  }
  useCheckMarks.setState({ marks })
}

export const unmarkFindings = (): void => useCheckMarks.setState({ marks: NONE })
