import type { Mitigation, Risk } from '../model/records.ts'

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
