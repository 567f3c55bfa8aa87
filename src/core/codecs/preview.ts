import { type Kind, KINDS } from '../model/records.ts'
import type { ForeignElement, Imported } from './codec.ts'
import { titleOf } from './file-name.ts'
import type { FormatId } from './formats.ts'
import { guessOf, mappingKey } from './guess.ts'
import { type ReportEntry, type Tally, tally } from './report.ts'

/** Elements of one type and name in the file, of which somebody may say what network function they are. */
export type ElementGroup = Readonly<{
  key: string
  type: string
  name: string
  count: number
  /** What the name alone says. */
  guess: string | null
}>

/** What a file would bring, before anything is made of it: small, however large the file is. */
export type Preview = Readonly<{
  format: FormatId
  title: string
  /** How many records of each kind the board would have, those without any left out. */
  kinds: readonly Readonly<{ kind: Kind; count: number }>[]
  /** The same in the terms of the file. */
  tallies: readonly Tally[]
  /** What was changed or dropped, the first of it. */
  notes: readonly ReportEntry[]
  /** How many there are in all. */
  noteCount: number
  elements: readonly ElementGroup[]
  elementCount: number
  /** Of those that are not among `elements`, how many nobody would know. */
  unknownBeyond: number
  placed: boolean
}>

/** More than a person reads in a dialog; the command line lists all. */
const MOST_NOTES = 500
const MOST_ELEMENTS = 500

export function previewOf({ format, model, report, placed, foreign }: Imported, fileName: string): Preview {
  const notes = report.filter(({ fate }) => fate !== 'carried')
  const elements = groupElements(foreign)
  return {
    format,
    title: model.meta.title.trim() === '' ? titleOf(fileName) || 'Imported board' : model.meta.title,
    kinds: KINDS.map((kind) => ({ kind, count: model[kind].length })).filter(({ count }) => count > 0),
    tallies: tally(report),
    notes: notes
      .toSorted((a, b) => Number(b.fate === 'dropped') - Number(a.fate === 'dropped'))
      .slice(0, MOST_NOTES),
    noteCount: notes.length,
    elements: elements.slice(0, MOST_ELEMENTS),
    elementCount: elements.length,
    unknownBeyond: elements.slice(MOST_ELEMENTS).filter(({ guess }) => guess === null).length,
    placed,
  }
}

/** Without a guess first, since these ask for an answer; then by name. */
function groupElements(foreign: readonly ForeignElement[]): ElementGroup[] {
  const groups = new Map<string, ElementGroup>()
  for (const element of foreign) {
    const key = mappingKey(element)
    const { type, name } = element
    const guess = guessOf(element)
    const known = groups.get(key)
    const count = (known?.count ?? 0) + 1
    groups.set(key, { ...(known ?? { key, type, name, guess }), count })
  }
  return [...groups.values()].toSorted(
    (a, b) =>
      Number(a.guess !== null) - Number(b.guess !== null) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  )
}
