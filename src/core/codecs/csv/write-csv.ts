import { KINDS, type Kind, type Model } from '../../model/records.ts'
import { analysed } from '../analysed.ts'
import type { Writer } from '../codec.ts'
import { fileName } from '../file-name.ts'
import type { Cell, Register } from '../registers/register.ts'
import { registersOf } from '../registers/registers.ts'
import { Account, type Report, reportByKind } from '../report.ts'
import { sourceOf } from '../source.ts'
import { encodeText } from '../text.ts'
import { makeHarmless } from './formula.ts'
import { isRead } from './heads.ts'
import { readCsv } from './read-csv.ts'

/** Every register that has a row as a file of its own, and those of components and links in any case: these are read back. */
export const writeCsv: Writer = {
  format: 'csv',
  write: (model, { date }) => {
    const result = analysed(model, date)
    if (typeof result === 'string') {
      const reasons = Object.fromEntries(KINDS.map((kind) => [kind, result]))
      return { files: [], report: reportByKind(model, reasons) }
    }
    const registers = registersOf(model, result).filter(({ id, rows }) => rows.length > 0 || isRead(id))
    return {
      files: registers.map((register) => ({
        name: fileName(model.meta.title, `.${register.id}.csv`),
        type: 'text/csv',
        content: csvOf(register),
      })),
      report: reportOn(model, registers),
    }
  },
}

/** RFC 4180, with the mark by which spreadsheets know UTF-8. */
export function csvOf({ columns, rows }: Pick<Register, 'columns' | 'rows'>): string {
  const lines = [columns.map(({ title }) => title), ...rows].map((cells) => cells.map(quoted).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

function quoted(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = makeHarmless(cell)
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The kinds that have a register of their own. */
const IN_TABLES: ReadonlySet<Kind> = new Set([
  'segments',
  'vendors',
  'risks',
  'mitigations',
  'reviews',
  'products',
  'statements',
  'threats',
  'waivers',
])

/** Of components and links, what is read back says what was carried. */
function reportOn(model: Model, registers: readonly Register[]): Report {
  const account = new Account()
  const texts = registers.filter(({ id }) => isRead(id)).map((register) => csvOf(register).slice(1))
  const back = readCsv.read(sourceOf(encodeText(texts.join('\r\n')), 'board.csv'))
  for (const kind of KINDS) {
    if (kind === 'components' || kind === 'links') {
      const read = new Map((back.ok ? back.value.model[kind] : []).map((record) => [record.id, record]))
      for (const record of model[kind])
        account.tell(kind, record.id, differences(record, read.get(record.id)))
      continue
    }
    const inTable = IN_TABLES.has(kind)
    for (const { id } of model[kind]) {
      if (inTable) account.changed(kind, id, 'is a row of a table for people, which is not read back')
      else account.dropped(kind, id, 'CSV has no table for it')
    }
  }
  return account.report
}

function differences(record: object, back: object | undefined): readonly string[] {
  if (back === undefined) return ['is not read back']
  const [was, is] = [record, back] as Record<string, unknown>[] as [
    Record<string, unknown>,
    Record<string, unknown>,
  ]
  const fields = Object.keys({ ...was, ...is }).filter(
    (field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]),
  )
  return fields.length === 0 ? [] : [`is read back with another ${fields.join(', ')}`]
}
