import type { Evidence } from '../../core/model/records.ts'

/** The lines of text among the evidence; what other tools wrote as objects is not for typing. */
export const evidenceLines = (evidence: readonly Evidence[]): string[] =>
  evidence.filter((item) => typeof item === 'string')

export const evidenceObjects = (evidence: readonly Evidence[]): Exclude<Evidence, string>[] =>
  evidence.filter((item) => typeof item !== 'string')

/** The evidence with these lines in the place of its own; every object stays. */
export const withLines = (evidence: readonly Evidence[], lines: readonly string[]): Evidence[] => [
  ...lines,
  ...evidenceObjects(evidence),
]
