import { frameworks } from './frameworks.ts'
import { functionDetails } from './function-details.ts'
import { functions } from './functions.ts'
import { lazy } from './lazy.ts'
import { mitigationControls } from './mitigations.ts'

// Brings the frameworks along: import this module only where an assurance document is looked at.

export const ASSURANCE_SCHEMES = ['SCAS', 'NESAS'] as const

/** A document of 3GPP's security assurance specifications (SCAS) or of the scheme that audits by them (NESAS). */
export type AssuranceDocument = Readonly<{
  id: string
  scheme: (typeof ASSURANCE_SCHEMES)[number]
  /** The class of network product that it is for, or what it is called. */
  about: string
  /** The list that it stands in, and where that can be read. */
  source: string
  url: string | null
  /** Whether somebody has looked it up; what was looked up, in words, where the list says so. */
  seen: boolean
  seenInWords: string | null
  /** Ids of the functions that it concerns: they name it, or its class is called as they are. */
  functions: readonly string[]
  /** Ids of the mitigations that name it. */
  controls: readonly string[]
}>

/** Every document, SCAS before NESAS, in the order of their lists. */
export const assuranceDocuments: () => readonly AssuranceDocument[] = lazy(() => [
  ...frameworks.scas.items.map(
    ({ id, networkProductClass, seen }): AssuranceDocument => ({
      id,
      scheme: 'SCAS',
      about: networkProductClass,
      source: frameworks.scas.document,
      url: null,
      seen,
      seenInWords: null,
      functions: functions
        .filter(({ name }, place) => functionDetails[place]?.scas === id || name === networkProductClass)
        .map((fn) => fn.id),
      controls: [],
    }),
  ),
  ...frameworks.nesas.items.map(
    ({ id, title }): AssuranceDocument => ({
      id,
      scheme: 'NESAS',
      about: title,
      source: frameworks.nesas.document,
      url: frameworks.nesas.url ?? null,
      seen: frameworks.nesas.seen.startsWith('primary'),
      seenInWords: frameworks.nesas.seen,
      functions: [],
      controls: mitigationControls
        .filter(({ refs }) => refs.nesas?.includes(id))
        .map((control) => control.id),
    }),
  ),
])

/** The documents that concern one function. */
export const documentsFor = (fn: string): readonly AssuranceDocument[] =>
  assuranceDocuments().filter(({ functions: concerned }) => concerned.includes(fn))
