import type { ThreatDecision } from '../../model/terms.ts'
import { meaningOf } from '../meaning.ts'

/** What Threat Dragon calls things, in its files. */

export const FORMAT = 'threat-dragon'

/** What a cell is: something with a place, an area, a line between two, a line on its own, or words. */
export type CellKind = 'node' | 'box' | 'flow' | 'curve' | 'text'

type CellTerm = Readonly<{ kind: CellKind; type: string; shape: string; name: string }>

const TERMS: readonly CellTerm[] = [
  { kind: 'node', type: 'tm.Process', shape: 'process', name: 'process' },
  { kind: 'node', type: 'tm.Store', shape: 'store', name: 'store' },
  { kind: 'node', type: 'tm.Actor', shape: 'actor', name: 'actor' },
  { kind: 'flow', type: 'tm.Flow', shape: 'flow', name: 'flow' },
  { kind: 'box', type: 'tm.BoundaryBox', shape: 'trust-boundary-box', name: 'trust boundary box' },
  { kind: 'curve', type: 'tm.Boundary', shape: 'trust-boundary-curve', name: 'trust boundary curve' },
  { kind: 'text', type: 'tm.Text', shape: 'td-text-block', name: 'text block' },
]

const byType = new Map(TERMS.map((term) => [term.type, term]))
const byShape = new Map([
  ...TERMS.map((term) => [term.shape, term] as const),
  // As versions before 2.0 was finished spelled it.
  ['trust-broundary-curve', byType.get('tm.Boundary') as CellTerm] as const,
])

/** What a cell of this type or, where that is not known, of this shape is. */
export const termOf = (type: string, shape: string): CellTerm | undefined =>
  byType.get(type) ?? byShape.get(shape)

export type NodeType = 'tm.Process' | 'tm.Store' | 'tm.Actor'
export const shapeOf = (type: string): string => byType.get(type)?.shape ?? 'process'

/** The types of threats that are the six, by letter. */
export const STRIDE_TYPES = {
  S: 'Spoofing',
  T: 'Tampering',
  R: 'Repudiation',
  I: 'Information disclosure',
  D: 'Denial of service',
  E: 'Elevation of privilege',
} as const

const LETTERS = new Map(
  Object.entries(STRIDE_TYPES).map(([letter, type]) => [
    type.toLowerCase(),
    letter as keyof typeof STRIDE_TYPES,
  ]),
)
export const strideOf = (type: string): keyof typeof STRIDE_TYPES | null =>
  LETTERS.get(type.trim().toLowerCase()) ?? null

const DECISIONS: Readonly<Record<string, ThreatDecision>> = {
  open: 'open',
  mitigated: 'mitigate',
  na: 'dismissed',
  notapplicable: 'dismissed',
  accepted: 'accept',
  transferred: 'delegate',
  avoided: 'eliminate',
  eliminated: 'eliminate',
}

/** What was decided by a status; null where it is none that is known. */
export const decisionOf = (status: string): ThreatDecision | null => {
  const word = status.toLowerCase().replace(/[^a-z]/g, '')
  return meaningOf(DECISIONS, word) ?? null
}

/** The status to write: that something is to be mitigated does not say that it has been. */
export const STATUSES: Readonly<Record<ThreatDecision, string>> = {
  open: 'Open',
  mitigate: 'Open',
  dismissed: 'NotApplicable',
  accept: 'Accepted',
  delegate: 'Transferred',
  eliminate: 'Eliminated',
}

/** What the fields of a new threat say until somebody writes something there. */
export const isPlaceholder = (text: string): boolean =>
  /^Provide (remediation for this threat|a description for this threat)/.test(text)
