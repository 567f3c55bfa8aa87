import { zipSync } from 'fflate'
import type { WrittenFile } from '../core/codecs/codec.ts'
import { fileName } from '../core/codecs/file-name.ts'
import type { Drawn } from '../core/codecs/registers/register.ts'
import { registersOf } from '../core/codecs/registers/registers.ts'
import { encodeText } from '../core/codecs/text.ts'
import type { Model } from '../core/model/records.ts'
import { partsOf } from './xlsx-parts.ts'

/** The first moment that an archive can say, by the clock of wherever this runs: always the same bytes. */
const NO_TIME = new Date(1980, 0, 1)

/** The registers of a normalised model, whose analysis this is, as a workbook of one sheet each; those without a row are left out. */
export function writeWorkbook(model: Model, result: Drawn['result']): WrittenFile {
  const registers = registersOf(model, result)
  const filled = registers.filter(({ rows }) => rows.length > 0)
  // A workbook has at least one sheet.
  const parts = partsOf(filled.length > 0 ? filled : registers.slice(0, 1))
  const files = Object.fromEntries([...parts].map(([name, text]) => [name, encodeText(text)]))
  return {
    name: fileName(model.meta.title, '.xlsx'),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: zipSync(files, { mtime: NO_TIME }),
  }
}
