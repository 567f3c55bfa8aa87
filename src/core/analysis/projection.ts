import type { Mitigation, Model, Risk } from '../model/records.ts'
import { counts } from './counting.ts'
import type { AnalyseOptions } from './result.ts'

/**
 * The board on a later day, if every planned mitigation that is due from today to that day is in place by then: each of
 * those counts like an implemented one. No other planned one counts: what was due before today has not happened, and has
 * no day until it is given a new one.
 */
export function projectOn(
  { meta, mitigations }: Pick<Model, 'meta' | 'mitigations'>,
  date: string,
  today: string,
): Required<Pick<AnalyseOptions, 'date' | 'switched'>> {
  const inForce = counts('implemented', meta.policy.scenario)
  const planned = mitigations.filter(({ status }) => status === 'planned')
  return {
    date,
    switched: new Map(
      planned.map(({ id, due }) => [
        id,
        inForce && date > today && due !== null && today <= due && due <= date,
      ]),
    ),
  }
}

/** Planned, and due before today, in order of that day. */
export const overdueOf = (mitigations: readonly Mitigation[], today: string): readonly Mitigation[] =>
  mitigations
    .filter(({ status, due }) => status === 'planned' && due !== null && due < today)
    .sort((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1))

/** The days from today on at which a projection changes: measures fall due, and acceptances have ended the day before. */
export function projectionDays(
  { mitigations, risks }: Readonly<{ mitigations: readonly Mitigation[]; risks: readonly Risk[] }>,
  today: string,
): readonly string[] {
  const due = mitigations.flatMap((one) => (one.status === 'planned' && one.due !== null ? [one.due] : []))
  const ends = risks.flatMap((one) =>
    one.status === 'accepted' && one.acceptedUntil !== null ? [dayAfter(one.acceptedUntil)] : [],
  )
  return [today, ...[...new Set([...due, ...ends])].filter((day) => day > today).sort()]
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}
