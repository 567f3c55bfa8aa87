import { type Parsed, refused } from '../../model/problem.ts'
import { REGISTER_KINDS } from '../registers/registers.ts'
import type { Source } from '../source.ts'
import { decodeText } from '../text.ts'
import { isRead } from './heads.ts'

/** A text with tables; `file` is its name in an archive, null where it is no part of one. */
export type TableText = Readonly<{ file: string | null; text: string }>

export type Texts = Readonly<{
  texts: readonly TableText[]
  /** What else the archive holds. */
  leftOut: readonly Readonly<{ file: string; why: string }>[]
}>

/** Whether it is an archive in which there are tables, or, where it cannot be opened, called one. */
export function isArchiveOfTables({ looksLike, files, name }: Source): boolean {
  if (looksLike !== 'zip') return false
  const found = files()
  return found.ok ? found.value.some((file) => isTable(file.name)) : /\.zip$/i.test(name)
}

/** The text of the file, or those of the tables in an archive, for all of which together the limits hold. */
export function textsIn(source: Source): Parsed<Texts> {
  if (source.looksLike !== 'zip') {
    const text = source.text()
    return text.ok ? { ok: true, value: { texts: [{ file: null, text: text.value }], leftOut: [] } } : text
  }
  const files = source.files()
  if (!files.ok) return files
  const texts: TableText[] = []
  const leftOut: Texts['leftOut'][number][] = []
  let inflated = source.limits.inflated
  for (const { name: file, unpack } of files.value) {
    if (!isTable(file)) {
      leftOut.push({ file, why: 'is no table in CSV' })
      continue
    }
    if (isForPeople(file)) {
      leftOut.push({ file, why: 'is a table for people, which is not read back' })
      continue
    }
    const bytes = unpack({ ...source.limits, inflated })
    if (!bytes.ok) return bytes
    inflated -= bytes.value.length
    const text = decodeText(bytes.value, file)
    if (!text.ok) return text
    texts.push({ file, text: text.value })
  }
  if (texts.length === 0)
    return refused({
      code: 'missing',
      at: '(file)',
      message: 'is an archive without a table of components or of links',
    })
  return { ok: true, value: { texts, leftOut } }
}

/** What begins with a dot is of the file system that the archive was made on. */
const isTable = (file: string): boolean => /^[^.].*\.(?:csv|tsv)$/is.test(file)

/** The names by which we write the registers, alone or behind the title of the board. */
const isForPeople = (file: string): boolean => {
  const [id, kind] = file.toLowerCase().split('.').slice(-2)
  return kind === 'csv' && REGISTER_KINDS.some((one) => one.id === id && !isRead(one.id))
}
