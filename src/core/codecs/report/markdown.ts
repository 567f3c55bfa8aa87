import type { Block, Definition, Item, Picture, ReportDocument, Runs, Section, Table } from './document.ts'
import { markdownText } from './markdown-text.ts'
import { printable } from '../printable.ts'

export type MarkdownOptions = Readonly<{
  /** What the picture's file beside this one is called; null where there is none. */
  pictureFile: string | null
}>

/** A report as GitHub-flavoured Markdown. No text of the board becomes markup, HTML or a link. */
export function reportMarkdown(document: ReportDocument, { pictureFile }: MarkdownOptions): string {
  const { title, description, facts, sections } = document
  const parts = [
    `# ${markdownText(oneLine(title))}`,
    'Exposure report',
    facts.map(({ term, says }) => `${markdownText(term)}: ${runsIn(says)}`).join(' · '),
    ...(description.trim() === '' ? [] : [markdownText(description)]),
    sections.map(({ id, title: called }) => `- [${markdownText(called)}](#${anchor(id)})`).join('\n'),
    ...sections.flatMap((section) => sectionIn(section, pictureFile)),
  ]
  return `${parts.join('\n\n')}\n`
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
const anchor = (id: string): string => `r-${id}`

/** Renderers make anchors of titles each in its own way; these are the same everywhere. */
const titled = (marks: string, text: string, id: string): string =>
  `<a id="${anchor(id)}"></a>\n\n${marks} ${markdownText(oneLine(text))}`

const sectionIn = ({ id, title, blocks }: Section, pictureFile: string | null): string[] => [
  titled('##', title, id),
  ...blocks.map((block) => blockIn(block, pictureFile)),
]

function blockIn(block: Block, pictureFile: string | null): string {
  switch (block.block) {
    case 'heading':
      return titled('#'.repeat(block.level + 1), block.text, block.anchor)
    case 'paragraph':
      return runsIn(block.runs)
    case 'callout':
      return `> ${runsIn(block.runs).replaceAll('\n', '\n> ')}`
    case 'list':
      return listIn(block.ordered, block.items)
    case 'definitions':
      return block.items.map(definitionIn).join('\n')
    case 'table':
      return tableIn(block)
    case 'picture':
      return pictureIn(block, pictureFile)
  }
}

const runsIn = (runs: Runs): string =>
  runs
    .map((run) => {
      if (typeof run === 'string') return spaced(run, (text) => text)
      if ('to' in run) return spaced(run.text, (text) => `[${text}](#${anchor(run.to)})`)
      return run.as === 'strong' ? spaced(run.text, (text) => `**${text}**`) : markdownText(run.text)
    })
    .join('')
    .trim()

/** Marks stand at the words, not at the spaces around them. */
function spaced(text: string, mark: (text: string) => string): string {
  const inner = text.trim()
  const before = text.trimStart().length < text.length ? ' ' : ''
  const after = text.trimEnd().length < text.length ? ' ' : ''
  return `${before}${inner === '' ? '' : mark(markdownText(inner))}${after}`
}

function listIn(ordered: boolean, items: readonly Item[]): string {
  return items
    .flatMap(({ runs, items: below = [] }, at) => {
      const mark = ordered ? `${at + 1}. ` : '- '
      const indent = ' '.repeat(mark.length)
      return [
        `${mark}${indented(runsIn(runs), indent)}`,
        ...below.map((each) => `${indent}- ${indented(runsIn(each), `${indent}  `)}`),
      ]
    })
    .join('\n')
}

const indented = (text: string, indent: string): string => text.replaceAll('\n', `\n${indent}`)

const definitionIn = ({ term, says }: Definition): string =>
  `- **${markdownText(term)}**: ${indented(runsIn(says), '  ')}`

function tableIn({ caption, columns, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    `**${markdownText(caption)}**`,
    '',
    line(columns.map(({ title }) => markdownText(title, true))),
    line(columns.map(({ kind }) => (kind === 'number' ? '---:' : '---'))),
    ...rows.map((row) => line(row.map((cell) => (cell === null ? '' : markdownText(String(cell), true))))),
  ].join('\n')
}

function pictureIn({ title, description }: Picture, file: string | null): string {
  const says = markdownText(`${title}. ${description}`)
  return file === null ? says : `![${markdownText(title)}](${addressOf(file)})\n\n${says}`
}

const addressOf = (file: string): string =>
  encodeURIComponent(printable(file)).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))
