/** What people said on this device that foreign elements are, kept from one import to the next. */

const STORED_AS = 'ringfence.mapping'
/** The oldest go first. */
const MOST_KEPT = 2000

export function rememberedMapping(): Map<string, string | null> {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(STORED_AS) ?? '[]')
    if (!Array.isArray(kept)) return new Map()
    return new Map(kept.filter(isEntry))
  } catch {
    return new Map()
  }
}

const isEntry = (entry: unknown): entry is [string, string | null] =>
  Array.isArray(entry) && typeof entry[0] === 'string' && (entry[1] === null || typeof entry[1] === 'string')

/** Adds what was said now. Where the device keeps nothing, it is only not remembered. */
export function rememberMapping(said: Iterable<readonly [string, string | null]>): void {
  const all = rememberedMapping()
  for (const [key, value] of said) {
    all.delete(key)
    all.set(key, value)
  }
  try {
    window.localStorage.setItem(STORED_AS, JSON.stringify([...all].slice(-MOST_KEPT)))
  } catch {
    // A full or forbidden store is no reason to stop an import.
  }
}
