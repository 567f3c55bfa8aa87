import type { ElementKind } from './elements.ts'
import type { Suggestion } from './suggestion.ts'

/** The classic table of STRIDE per element. */
const LETTERS: Readonly<Record<ElementKind, readonly Letter[]>> = {
  'external entity': ['S', 'R'],
  process: ['S', 'T', 'R', 'I', 'D', 'E'],
  'data store': ['T', 'R', 'I', 'D'],
  'data flow': ['T', 'I', 'D'],
}

/** What a flow adds to these where it crosses a border of trust: neither end can take the other at its word. */
const ACROSS: readonly Letter[] = ['S', 'E']

const ORDER = ['S', 'T', 'R', 'I', 'D', 'E'] as const
type Letter = (typeof ORDER)[number]

const OF_ELEMENT: Readonly<Record<Letter, string>> = {
  S: 'Spoofing: something else passes for it',
  T: 'Tampering: it is changed, or what it keeps',
  R: 'Repudiation: what it did cannot be shown afterwards',
  I: 'Information disclosure: it gives away what it knows',
  D: 'Denial of service: it no longer answers',
  E: 'Elevation of privilege: somebody gains rights on it that he should not have',
}

const OF_FLOW: Readonly<Record<Letter, string>> = {
  ...OF_ELEMENT,
  S: 'Spoofing: something else passes for one of its ends',
  T: 'Tampering: what it carries is changed on the way',
  I: 'Information disclosure: what it carries is read on the way',
  D: 'Denial of service: it is flooded or cut',
  E: 'Elevation of privilege: what comes across gains rights on the other side',
}

const ARTICLE: Readonly<Record<ElementKind, string>> = {
  'external entity': 'an external entity',
  process: 'a process',
  'data store': 'a data store',
  'data flow': 'a data flow',
}

/** `what`: what makes it this kind of element; `across`: the border of trust that a flow crosses, null for none. */
export function strideFor(kind: ElementKind, what: string, across: string | null): Suggestion[] {
  const titles = kind === 'data flow' ? OF_FLOW : OF_ELEMENT
  const added = across === null ? [] : ACROSS
  return ORDER.filter((letter) => LETTERS[kind].includes(letter) || added.includes(letter)).map((letter) => {
    const isAdded = !LETTERS[kind].includes(letter)
    const border = across === null ? '' : `, crossing ${across}`
    return {
      technique: `stride:${letter}`,
      of: 'stride',
      title: titles[letter],
      why: isAdded
        ? `${what} crosses a border of trust: ${across}`
        : `${what} is ${ARTICLE[kind]} to STRIDE${border}`,
      url: null,
      status: null,
    }
  })
}
