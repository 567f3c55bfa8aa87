import { functions } from '../catalogue/functions.ts'
import { lazy } from '../catalogue/lazy.ts'
import type { Model } from '../model/records.ts'
import type { ForeignElement } from './codec.ts'

/** What network function people said a foreign element is, by `mappingKey`; null for none of the catalogue. */
export type Mapping = ReadonlyMap<string, string | null>

/** The same for all elements that the mapping step shows as one: of one type and name, whatever the case. */
export const mappingKey = ({ type, name }: Pick<ForeignElement, 'type' | 'name'>): string =>
  `${type.trim().toLowerCase()}\n${name.trim().toLowerCase()}`

/**
 * The network function that a name is the id, name, full name or an alias of, a number behind it left out (`AMF 1`, `smf-2`,
 * `free5gc-upf`). Null rather than a likeness: a wrong function would bring a wrong criticality.
 */
export function guessFunction(name: string): string | null {
  const words = wordsOf(name)
  const tries = [words, words.slice(0, -1), words.slice(1), words.slice(1, -1)]
  for (const [nth, some] of tries.entries()) {
    if (some.length === 0) continue
    const isNumbered = /^\d+$/.test(words.at(-1) ?? '')
    const isPrefixed = KNOWN_PREFIXES.has(words[0] ?? '')
    if (
      (nth === 1 && !isNumbered) ||
      (nth === 2 && !isPrefixed) ||
      (nth === 3 && !(isNumbered && isPrefixed))
    )
      continue
    const term = some.join('')
    const found = byTerm().get(term)
    // The web UI of anything is not the `webui` of a core.
    if (found !== undefined && (some.length === 1 || !serviceNames().has(term))) return found
  }
  return null
}

/** What open-source cores and their images put before the name of a function. */
const KNOWN_PREFIXES: ReadonlySet<string> = new Set([
  'free5gc',
  'open5gs',
  'oai',
  '5gc',
  'sdcore',
  'srsran',
  'ueransim',
])

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** Aliases in small letters, as services of open-source cores are called: one word, or another thing. */
const serviceNames = lazy(
  () => new Set(functions.flatMap(({ aliases }) => aliases.filter((alias) => /^[a-z]+$/.test(alias)))),
)

/** Function ids by each term; a term that two functions share says nothing, unless it is the id or name of one. */
const byTerm = lazy((): ReadonlyMap<string, string> => {
  const terms = new Map<string, string | null>()
  for (const { id, aliases, fullName } of functions) {
    for (const term of [...aliases, fullName]) {
      const key = wordsOf(term).join('')
      terms.set(key, terms.has(key) && terms.get(key) !== id ? null : id)
    }
  }
  for (const { id, name } of functions) for (const term of [name, id]) terms.set(wordsOf(term).join(''), id)
  return new Map(
    [...terms].filter((entry): entry is [string, string] => entry[1] !== null && entry[0] !== ''),
  )
})

/** What an element is where nobody has said. */
export const guessOf = ({ guess, name }: Pick<ForeignElement, 'guess' | 'name'>): string | null =>
  guess ?? guessFunction(name)

/** The functions for foreign elements: as people said, else as the name says. By component id. */
export function functionsOf(
  foreign: readonly ForeignElement[],
  mapping: Mapping,
): ReadonlyMap<string, string | null> {
  return new Map(
    foreign.map((element) => {
      const said = mapping.get(mappingKey(element))
      return [element.component, said === undefined ? guessOf(element) : said]
    }),
  )
}

/** The model with these functions for its components. */
export function withFunctions(model: Model, functionFor: ReadonlyMap<string, string | null>): Model {
  const components = model.components.map((component) => {
    const said = functionFor.get(component.id)
    return said === undefined ? component : { ...component, function: said }
  })
  return { ...model, components }
}
