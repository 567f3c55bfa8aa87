import type { Cell, Column } from '../registers/register.ts'

/** A report before anybody chose how it is written down: sections of blocks, all texts plain. */
export type ReportDocument = Readonly<{
  title: string
  /** What the board says of itself; may have several lines. */
  description: string
  /** The day that it is of, `YYYY-MM-DD`. */
  date: string
  facts: readonly Definition[]
  sections: readonly Section[]
}>

/** In the order in which they stand. */
export const SECTION_IDS = [
  'summary',
  'diagram',
  'exposures',
  'coverage',
  'registers',
  'vendors',
  'checks',
  'accepted-risks',
  'sign-offs',
  'method',
  'set-aside',
] as const
export type SectionId = (typeof SECTION_IDS)[number]

export const SECTION_TITLES: Readonly<Record<SectionId, string>> = {
  summary: 'Summary',
  diagram: 'Diagram',
  exposures: 'Exposures',
  coverage: 'Coverage',
  registers: 'Registers',
  vendors: 'Vendor profiles',
  checks: 'Checks',
  'accepted-risks': 'Accepted risks',
  'sign-offs': 'Sign-offs',
  method: 'Method and sources',
  'set-aside': 'Set aside',
}

export type Section = Readonly<{ id: SectionId; title: string; blocks: readonly Block[] }>

/** A piece of running text. `to` is the anchor of a heading of the same document; nothing leads out of it. */
type Run =
  | string
  | Readonly<{ text: string; as: 'strong' | 'quiet' }>
  | Readonly<{ text: string; to: string }>
export type Runs = readonly Run[]

export type Definition = Readonly<{ term: string; says: Runs }>
export type Item = Readonly<{ runs: Runs; items?: readonly Runs[] }>

export type Table = Readonly<{
  block: 'table'
  caption: string
  columns: readonly Column[]
  /** One cell for each column. */
  rows: readonly (readonly Cell[])[]
}>

/**
 * A board drawn: whole, well-formed SVG without scripts, its texts escaped, and its size in pixels. An overview has no names of
 * components and links.
 */
export type DrawnBoard = Readonly<{
  svg: string
  width: number
  height: number
  isOverview: boolean
  /** Null where all of the board is drawn; else what is, in a few words, and how much. */
  part: Readonly<{ what: string; components: number; links: number; segments: number }> | null
}>

export type Picture = Omit<DrawnBoard, 'part'> &
  Readonly<{ block: 'picture'; title: string; description: string }>

export type Block =
  /** Level 2 and 3: the title of the section is the first. */
  | Readonly<{ block: 'heading'; level: 2 | 3; text: string; anchor: string }>
  | Readonly<{ block: 'paragraph'; runs: Runs }>
  | Readonly<{ block: 'list'; ordered: boolean; items: readonly Item[] }>
  | Readonly<{ block: 'definitions'; items: readonly Definition[] }>
  | Readonly<{ block: 'callout'; tone: 'note' | 'warning'; runs: Runs }>
  | Table
  | Picture

export const heading = (level: 2 | 3, text: string, anchor: string): Block => ({
  block: 'heading',
  level,
  text,
  anchor,
})
export const paragraph = (...runs: Runs): Block => ({ block: 'paragraph', runs })
export const quiet = (text: string): Block => ({ block: 'paragraph', runs: [{ text, as: 'quiet' }] })
export const note = (...runs: Runs): Block => ({ block: 'callout', tone: 'note', runs })
export const warning = (...runs: Runs): Block => ({ block: 'callout', tone: 'warning', runs })
export const list = (items: readonly string[]): Block => ({
  block: 'list',
  ordered: false,
  items: items.map((text) => ({ runs: [text] })),
})
export const definitions = (items: readonly (readonly [term: string, ...says: Runs])[]): Block => ({
  block: 'definitions',
  items: items.map(([term, ...says]) => ({ term, says })),
})
export const table = (
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): Table => ({ block: 'table', caption, columns, rows })

/** `width` is in characters. */
export const column = (title: string, width: number, kind: Column['kind'] = 'text'): Column => ({
  id: title,
  title,
  kind,
  width,
})

/** Characters that a table takes side by side; what takes more than fit on an upright page stands on a broad one. */
export const widthOf = ({ columns }: Table): number => columns.reduce((sum, { width }) => sum + width, 0)
const UPRIGHT_WIDTH = 125

const isBroad = (block: Block): boolean => block.block === 'table' && widthOf(block) > UPRIGHT_WIDTH

/** Blocks that stand on upright pages, and those after them that stand on broad ones. */
export type Pages = Readonly<{ upright: readonly Block[]; broad: readonly Block[] }>

/**
 * From its first broad table on a section stands on broad pages, with what leads up to that: turning pages back and forth
 * would leave most of them half empty.
 */
export function pagesOf({ blocks }: Section): Pages {
  const first = blocks.findIndex(isBroad)
  if (first === -1) return { upright: blocks, broad: [] }
  const before = blocks.slice(0, first)
  const lead = before.findLastIndex(({ block }) => block !== 'heading' && block !== 'callout') + 1
  const isShort = before.every(
    ({ block }) => block === 'heading' || block === 'paragraph' || block === 'callout',
  )
  const from = isShort ? 0 : lead
  return { upright: blocks.slice(0, from), broad: blocks.slice(from) }
}
