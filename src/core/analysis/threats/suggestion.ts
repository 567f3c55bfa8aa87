import type { SeenDegree } from '../../catalogue/types.ts'

export const THREAT_SOURCES = ['stride', 'fight', 'attack'] as const
export type ThreatSource = (typeof THREAT_SOURCES)[number]

/** A threat that somebody may record: proposed when asked for, and never by itself. */
export type Suggestion = Readonly<{
  /** What `threats[].technique` of a model would say: `stride:S`, or the id of a FiGHT or ATT&CK technique. */
  technique: string
  of: ThreatSource
  title: string
  /** Which function, interface, plane, border or recorded risk brings it. */
  why: string
  /** Where it can be read up, null where it has no address of its own. */
  url: string | null
  /** How the source itself rates it (FiGHT: Theoretical, Observed …), null where that says nothing. */
  status: string | null
}>

/** A reason for a technique; of several the one with the lowest rank is told, then the first by text. */
export type Tie = Readonly<{ technique: string; why: string; rank: number }>

export const NAMED = 0
export const BY_RISK = 1
export const BY_PART = 2
export const BY_PLANE = 3

/** Where the table of STRIDE per element comes from. */
export const STRIDE_SOURCE: Readonly<{ source: string; seen: SeenDegree }> = {
  source:
    'STRIDE per element: Hernan, Lambert, Ostwald and Shostack, “Uncover security design flaws using the STRIDE approach”, MSDN Magazine, November 2006',
  seen: 'memory',
}

/** The strongest reason for each technique, strongest first, then by id. */
export function strongest(ties: readonly Tie[]): Tie[] {
  const best = new Map<string, Tie>()
  for (const tie of ties) {
    const known = best.get(tie.technique)
    if (known === undefined || byStrength(tie, known) < 0) best.set(tie.technique, tie)
  }
  return [...best.values()].toSorted(
    (a, b) => a.rank - b.rank || compare(a.technique, b.technique) || compare(a.why, b.why),
  )
}

const byStrength = (a: Tie, b: Tie): number => a.rank - b.rank || compare(a.why, b.why)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
