import type { Link, Role } from '../../../collab/doc/wire.ts'

export const MEANING: Readonly<Record<Role, string>> = {
  owner:
    'Everything, links and deletion too. Keep one for yourself: it is the only way back in from elsewhere.',
  editor: 'For those who build the model with you.',
  commenter: 'For those who may look and comment. They cannot change the model.',
  viewer: 'For those who may only look.',
}

export const roleWord = (role: Role): string => `${role.slice(0, 1).toUpperCase()}${role.slice(1)}`

const WHEN = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })
const whenInWords = (iso: string): string => WHEN.format(new Date(iso))

export const hasEnded = ({ revoked, expires }: Link, now: Date): boolean =>
  revoked !== null || (expires !== null && new Date(expires) <= now)

/** What a link is to somebody who decides about it: since when, until when. */
export function lifeInWords(link: Link, now: Date): string {
  const made = `Made ${whenInWords(link.created)}`
  if (link.revoked !== null) return `${made} · revoked ${whenInWords(link.revoked)}`
  if (link.expires === null) return `${made} · does not expire`
  return `${made} · ${hasEnded(link, now) ? 'expired' : 'expires'} ${whenInWords(link.expires)}`
}

const DAY_MS = 24 * 3_600_000

export const LIVES = [
  { value: 'never', label: 'Does not expire', days: null },
  { value: 'day', label: 'Expires in a day', days: 1 },
  { value: 'week', label: 'Expires in a week', days: 7 },
  { value: 'month', label: 'Expires in 30 days', days: 30 },
  { value: 'quarter', label: 'Expires in 90 days', days: 90 },
] as const

export type Life = (typeof LIVES)[number]['value']

/** When a link made now would expire (ISO); null for never. */
export function expiryOf(life: Life, now: Date): string | null {
  const days = LIVES.find(({ value }) => value === life)?.days ?? null
  return days === null ? null : new Date(now.getTime() + days * DAY_MS).toISOString()
}
