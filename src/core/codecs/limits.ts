/** What reading one file may take, whoever sends it. A file beyond any of these is refused, never read in part. */
export type ReadLimits = Readonly<{
  /** Of the file as it comes. */
  bytes: number
  /** Of what is packed in it, once it is unpacked. */
  inflated: number
  /** YAML is slower to read than the rest by an order of magnitude. */
  yamlCharacters: number
  /** Of YAML, marks, words and spaces: of whole boards it has one for each three characters, of marks alone one for each. */
  yamlTokens: number
  /** Levels of elements, objects or lists within each other. */
  depth: number
  /** Elements, attributes, entries: whatever the format counts, aliases once for each time that they are used. */
  values: number
  /** Components, links, threats and all else that is made of it. */
  records: number
  /** Characters of what is made of it, and of the report of that: what is said once may be meant for thousands of records. */
  text: number
}>

const MEBI = 1024 * 1024

export const READ_LIMITS: ReadLimits = {
  bytes: 64 * MEBI,
  inflated: 64 * MEBI,
  yamlCharacters: 4 * MEBI,
  yamlTokens: 1_500_000,
  depth: 64,
  values: 3_000_000,
  records: 150_000,
  text: 64 * MEBI,
}
