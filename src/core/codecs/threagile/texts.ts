import type { Draft } from '../draft.ts'
import { entriesIn, type Fields, isObject, wordIn } from '../loose.ts'
import { elementsIn } from './network.ts'
import { withoutMarkup } from './threats.ts'

/** Lists of the file that a board has in words alone: each is a note. */
const LISTS = [
  { field: 'questions', title: 'Questions', what: 'question' },
  { field: 'abuse_cases', title: 'Abuse cases', what: 'abuse case' },
  { field: 'security_requirements', title: 'Security requirements', what: 'security requirement' },
] as const

const SUMMARIES = ['application_description', 'business_overview', 'technical_overview'] as const

/** Title, summaries, and what people wrote down besides the network. */
export function addTexts(draft: Draft, file: Fields): void {
  const summaries = [file['management_summary_comment'], ...SUMMARIES.map((name) => file[name])]
  const description = summaries
    .map((each) => withoutMarkup(wordIn(isObject(each) ? each['description'] : each)))
    .filter((text) => text !== '')
    .join('\n\n')
  draft.setMeta({ title: wordIn(file['title']), description })
  let top = 0
  for (const { field, title, what } of LISTS) {
    const entries = entriesIn(file[field])
    const lines = entries.map(([name, value]) => [name, wordIn(value)] as const)
    top = addNote(draft, title, lines, top)
    for (const [name] of entries) draft.account.changed(what, name, 'is a line of a note')
  }
  const data = elementsIn(file['data_assets'])
  addNote(
    draft,
    'Data assets',
    data.map(({ title, fields }) => [title, dataInWords(fields)]),
    top,
  )
  for (const { id } of data)
    draft.account.changed(
      'data asset',
      id,
      'is a line of a note; what holds it is marked where it is confidential',
    )
}

const dataInWords = (fields: Fields): string =>
  [
    wordIn(fields['description']),
    ...(['confidentiality', 'integrity', 'availability'] as const).flatMap((name) =>
      wordIn(fields[name]) === '' ? [] : [`${name} ${wordIn(fields[name])}`],
    ),
  ]
    .filter((part) => part !== '')
    .join(', ')

const LINE = 24
const WIDTH = 320
const TALLEST = 960
const GAP = 40

/** To the left of where the network begins, one below the other. */
function addNote(
  draft: Draft,
  title: string,
  lines: readonly (readonly [string, string])[],
  top: number,
): number {
  if (lines.length === 0) return top
  const text = lines.map(([name, value]) => (value === '' ? `– ${name}` : `– ${name}: ${value}`))
  const height = Math.min(TALLEST, LINE * (lines.length + 2))
  draft.add('notes', {
    id: draft.fresh('note', title),
    text: [title, ...text].join('\n'),
    segment: null,
    pos: [-WIDTH - GAP, top],
    size: [WIDTH, height],
  })
  return top + height + GAP
}
