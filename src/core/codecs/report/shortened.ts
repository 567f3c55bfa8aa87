import type { Block, ReportDocument } from './document.ts'
import { figure } from './words.ts'

/** The document with tables of so many rows at most. Above each that had more it is said how many are left out. */
export const shortened = (document: ReportDocument, mostRows: number): ReportDocument => ({
  ...document,
  sections: document.sections.map((section) => ({
    ...section,
    blocks: section.blocks.flatMap((block) => shorten(block, mostRows)),
  })),
})

function shorten(block: Block, mostRows: number): Block[] {
  if (block.block !== 'table' || block.rows.length <= mostRows) return [block]
  const words = `The first ${figure(mostRows)} of ${figure(block.rows.length)} rows are printed here; ${figure(block.rows.length - mostRows)} are left out. The register as CSV or workbook has all of them.`
  return [
    { block: 'callout', tone: 'warning', runs: [words] },
    { ...block, rows: block.rows.slice(0, mostRows) },
  ]
}
