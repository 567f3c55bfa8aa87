import { COLOURS } from './identity.ts'

/**
 * For somebody who has chosen no colour and comes to where somebody else has his: one that nobody has. Null where his own is
 * free, or none is. By chance, so that two who come at once seldom take the same.
 */
export function freeColour(own: string, taken: readonly string[], chance = Math.random): string | null {
  if (!taken.includes(own)) return null
  const free = COLOURS.map(({ colour }) => colour).filter((colour) => !taken.includes(colour))
  return free[Math.floor(chance() * free.length)] ?? null
}
