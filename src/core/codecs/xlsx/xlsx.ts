import type { WrittenFile } from '../codec.ts'
import { fileName } from '../file-name.ts'
import type { Drawn } from '../registers/register.ts'
import { registersOf } from '../registers/registers.ts'
import { zipOf } from '../zip.ts'
import type { Model } from '../../model/records.ts'
import { partsOf } from './parts.ts'

/** The registers of a normalised model, whose analysis this is, as a workbook of one sheet each; those without a row are left out. */
export function writeWorkbook(model: Model, result: Drawn['result']): WrittenFile {
  const registers = registersOf(model, result)
  const filled = registers.filter(({ rows }) => rows.length > 0)
  return {
    name: fileName(model.meta.title, '.xlsx'),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    // A workbook has at least one sheet.
    content: zipOf(partsOf(filled.length > 0 ? filled : registers.slice(0, 1))),
  }
}
