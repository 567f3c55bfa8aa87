const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long ago a moment was, in a word or two: `just now`, `5 min ago`, `3 h ago`, `yesterday`, `4 days ago`, `2026-11-03`. */
export function ago(time: string | null, now: number): string {
  const at = Date.parse(time ?? '')
  if (Number.isNaN(at)) return 'some time ago'
  // Clocks differ between devices: what comes from a minute ahead is new.
  const past = Math.max(0, now - at)
  if (past < MINUTE) return 'just now'
  if (past < HOUR) return `${Math.floor(past / MINUTE)} min ago`
  if (past < DAY) return `${Math.floor(past / HOUR)} h ago`
  if (past < 2 * DAY) return 'yesterday'
  if (past < 7 * DAY) return `${Math.floor(past / DAY)} days ago`
  // As days are written everywhere in the app; this locale's way is that of ISO 8601.
  return new Date(at).toLocaleDateString('en-CA')
}

/** The moment in full: `Wednesday 25 November 2026 at 09:30`. */
export function moment(time: string | null): string {
  const at = Date.parse(time ?? '')
  if (Number.isNaN(at)) return 'Nobody said when'
  return new Date(at).toLocaleString('en-GB', { dateStyle: 'full', timeStyle: 'short' })
}
