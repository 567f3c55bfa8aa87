import type { AssuranceDocument } from '../../core/catalogue/assurance.ts'
import { functionById } from '../../core/catalogue/functions.ts'
import { mitigationById } from '../../core/catalogue/mitigations.ts'
import type { Component } from '../../core/model/records.ts'

export type AssuranceFilter = Readonly<{
  query: string
  scheme: AssuranceDocument['scheme'] | null
  /** Only what concerns a function that stands on the board. */
  onBoard: boolean
}>

/** How many components a board has of each function. */
export function componentsByFunction(components: readonly Component[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { function: fn } of components) if (fn !== null) counts.set(fn, (counts.get(fn) ?? 0) + 1)
  return counts
}

/** What passes a filter; every word of the query must be found. */
export function findDocuments(
  documents: readonly AssuranceDocument[],
  { query, scheme, onBoard }: AssuranceFilter,
  counts: ReadonlyMap<string, number>,
): readonly AssuranceDocument[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return documents.filter((document) => {
    if (scheme !== null && document.scheme !== scheme) return false
    if (onBoard && !document.functions.some((fn) => counts.has(fn))) return false
    const text = textOf(document)
    return words.every((word) => text.includes(word))
  })
}

function textOf({ id, scheme, about, source, functions, controls }: AssuranceDocument): string {
  const named = functions.flatMap((fn) => {
    const known = functionById(fn)
    return known === null ? [] : [known.name, known.fullName, ...known.aliases]
  })
  const titles = controls.map((control) => mitigationById(control)?.title ?? '')
  return [id, scheme, about, source, ...named, ...titles].join(' ').toLowerCase()
}
