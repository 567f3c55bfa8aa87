import { type Block, heading, paragraph, quiet, type ReportDocument, type Runs } from './document.ts'
import { ATTACK_NOTICE, FIGHT_NOTICE } from './notices.ts'
import { worksNamedIn } from './sections/techniques.ts'

/** The document with the notices of the works whose identifiers stand in it, at the end of its method or else of its last section. */
export function withNotices(document: ReportDocument): ReportDocument {
  const named = worksNamedIn(textsOf(document).join('\n'))
  const home = document.sections.find(({ id }) => id === 'method') ?? document.sections.at(-1)
  if (named.size === 0) return document
  const blocks: Block[] = [
    heading(2, 'Notices', 'notices'),
    paragraph('Identifiers of these works stand in this report.'),
    // FiGHT is derived from ATT&CK, whose terms then hold for both.
    ...ATTACK_NOTICE.map(quiet),
    ...(named.has('FiGHT') ? FIGHT_NOTICE.map(quiet) : []),
  ]
  return {
    ...document,
    sections: document.sections.map((section) =>
      section === home ? { ...section, blocks: [...section.blocks, ...blocks] } : section,
    ),
  }
}

const textOf = (runs: Runs): string => runs.map((run) => (typeof run === 'string' ? run : run.text)).join('')

function textsOf({ title, description, facts, sections }: ReportDocument): string[] {
  return [
    title,
    description,
    ...facts.map(({ says }) => textOf(says)),
    ...sections.flatMap(({ blocks }) => blocks.flatMap(textsIn)),
  ]
}

function textsIn(block: Block): string[] {
  switch (block.block) {
    case 'heading':
      return [block.text]
    case 'paragraph':
    case 'callout':
      return [textOf(block.runs)]
    case 'list':
      return block.items.flatMap(({ runs, items = [] }) => [textOf(runs), ...items.map(textOf)])
    case 'definitions':
      return block.items.map(({ term, says }) => `${term} ${textOf(says)}`)
    case 'table':
      return block.rows.map((row) => row.filter((cell) => typeof cell === 'string').join('\n'))
    case 'picture':
      return [block.svg]
  }
}
