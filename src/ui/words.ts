/**
 * What the product calls its terms and what each means, in one line for a person. The keys are those of core/model/terms,
 * so that indexing by a term fails to compile where a word is missing. Those that no board shows before something is
 * looked at are in record-words.ts.
 */
export type Word = Readonly<{ label: string; means: string }>
export type Words = Readonly<Record<string, Word>>

/** The values of a vocabulary with their words, in its own order, for a control that offers them. */
export const choicesOf = <W extends Words>(words: W): (Word & { value: keyof W & string })[] =>
  Object.entries(words).map(([value, word]) => ({ value, ...word }))

/** `Foothold: an attacker is in already.` */
export const inWords = ({ label, means }: Word): string =>
  `${label}: ${means.charAt(0).toLowerCase()}${means.slice(1)}`

export const RATING_WORDS = {
  critical: { label: 'Critical', means: 'Likelihood × impact of 16 to 25.' },
  high: { label: 'High', means: 'Likelihood × impact of 10 to 15.' },
  medium: { label: 'Medium', means: 'Likelihood × impact of 5 to 9.' },
  low: { label: 'Low', means: 'Likelihood × impact of 1 to 4.' },
} as const satisfies Words

export const EXPOSURE_WORDS = {
  taken: { label: 'Taken', means: 'An attacker gets in.' },
  reached: { label: 'Reached', means: 'An attacker stands at the door; no known weakness lets him in.' },
} as const satisfies Words

export const PLANE_WORDS = {
  management: { label: 'Management', means: 'Configuration, software and administration.' },
  control: { label: 'Control', means: 'Between functions of the same network.' },
  signalling: { label: 'Signalling', means: 'Towards devices, radio and other networks.' },
  'lawful-intercept': { label: 'Lawful intercept', means: 'Warrants and intercepted traffic.' },
  user: { label: 'User', means: 'Traffic of subscribers.' },
} as const satisfies Words

export const SCENARIO_WORDS = {
  inherent: { label: 'Inherent', means: 'No mitigation counts: the network as it would be bare.' },
  assured: { label: 'Assured', means: 'Only verified mitigations count.' },
  current: { label: 'Current', means: 'Implemented and verified mitigations count.' },
  target: { label: 'Target', means: 'Planned, implemented and verified mitigations count.' },
} as const satisfies Words
