import type { Draft } from '../draft.ts'
import { childOf, type XmlElement } from '../xml.ts'
import { textOf } from './objects.ts'
import { momentOf } from './threats.ts'

/** What is said of the model as a whole, by what the tool shows it as; of these the board has no fields of its own. */
const ABOUT = [
  ['Owner', 'Owner'],
  ['Contributors', 'Contributors'],
  ['Reviewer', 'Reviewer'],
  ['Assumptions', 'Assumptions'],
  ['ExternalDependencies', 'External dependencies'],
] as const

/** The board's own fields. */
export function aboutModel(file: XmlElement, title: string): { title: string; description: string } {
  const about = childOf(file, 'MetaInformation')
  const lines = [
    textOf(about, 'HighLevelSystemDescription'),
    ...ABOUT.map(([name, shown]) => [shown, textOf(about, name)])
      .filter(([, text]) => text !== '')
      .map(([shown, text]) => `${shown}: ${text}`),
  ]
  return {
    title: textOf(about, 'ThreatModelName') || title,
    description: lines.filter((line) => line !== '').join('\n\n'),
  }
}

/** Of somebody of whom the file says no colour, as all are there. */
const COLOUR = '#5c6770'

/** Notes that people left are comments on the board; messages of the tool about the drawing are left out. */
export function addMessages(file: XmlElement, draft: Draft): void {
  for (const note of childOf(file, 'Notes')?.children ?? []) {
    const at = textOf(note, 'Id') || `line ${note.line}`
    const created = momentOf(textOf(note, 'Date'))
    const comment = {
      id: draft.fresh(`note-${at}`),
      thread: null,
      on: null,
      at: null,
      author: textOf(note, 'AddedBy'),
      colour: COLOUR,
      created,
      text: textOf(note, 'Message'),
      resolved: null,
    }
    const lost = created === null && textOf(note, 'Date') !== ''
    if (draft.add('comments', comment, 'note', at))
      draft.account.tell('note', at, lost ? ['its date does not say in whose time, and is left out'] : [])
  }
  for (const message of childOf(file, 'Validations')?.children ?? []) {
    draft.account.dropped(
      'message',
      `line ${message.line}`,
      'is what the tool found in the drawing; Ringfence has checks of its own',
    )
  }
}
