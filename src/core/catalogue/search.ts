import { functions } from './functions.ts'
import { lazy } from './lazy.ts'
import type { NetworkFunction } from './types.ts'

const DIACRITICS = /\p{M}/gu
const SEPARATORS = /[^\p{L}\p{N}]+/u

const wordsOf = (text: string): string[] =>
  text.normalize('NFD').replace(DIACRITICS, '').toLowerCase().split(SEPARATORS).filter(Boolean)

const compact = (text: string): string => wordsOf(text).join('')

type Entry = {
  readonly item: NetworkFunction
  /** Id, name and aliases, the short terms that people type. */
  readonly terms: readonly string[]
  readonly fullName: string
  readonly words: readonly string[]
}

const entries = lazy((): Entry[] =>
  functions.map((item) => {
    const terms = [item.id, item.name, ...item.aliases]
    return {
      item,
      terms: terms.map(compact),
      fullName: compact(item.fullName),
      words: [...terms, item.fullName].flatMap(wordsOf),
    }
  }),
)

const RANKS = 5

/** 0 exact, 1 beginning of a term, 2 of the full name, 3 of words of either, 4 anywhere; null is no match. */
const rank = (entry: Entry, joined: string, words: readonly string[]): number | null => {
  if (entry.terms.includes(joined) || entry.fullName === joined) return 0
  if (entry.terms.some((term) => term.startsWith(joined))) return 1
  if (entry.fullName.startsWith(joined)) return 2
  if (words.every((word) => entry.words.some((own) => own.startsWith(word)))) return 3
  if (entry.fullName.includes(joined) || entry.terms.some((term) => term.includes(joined))) return 4
  return null
}

/**
 * Functions by id, name, full name or alias, whatever the case, accents, spaces and hyphens; best match first, equals in
 * catalogue order, at most `limit`. A query without a letter or digit finds nothing.
 */
export const searchFunctions = (query: string, limit = 20): readonly NetworkFunction[] => {
  const words = wordsOf(query)
  if (words.length === 0) return []
  const joined = words.join('')
  const byRank = Array.from({ length: RANKS }, (): NetworkFunction[] => [])
  for (const entry of entries()) {
    const found = rank(entry, joined, words)
    if (found !== null) byRank[found]?.push(entry.item)
  }
  return byRank.flat().slice(0, limit)
}
