import { interfaceById } from '../../catalogue/interfaces.ts'
import type { RecordOf } from '../../model/records.ts'
import { escapeHtml } from '../html-text.ts'
import { plainXml } from '../xml.ts'
import type { DrawnKind } from './packed.ts'

/** What the cell of a record shows, as HTML of which nothing is markup: written so, and on reading the sign that nobody has changed it. */
export function labelFor<K extends DrawnKind>(kind: K, record: RecordOf[K]): string {
  const words =
    kind === 'notes' ? (record as RecordOf['notes']).text : nameOf(kind, record as RecordOf['links'])
  return plainXml(escapeHtml(words))
}

function nameOf(
  kind: DrawnKind,
  { name, interface: id }: Pick<RecordOf['links'], 'name' | 'interface'>,
): string {
  if (kind !== 'links' || name !== null) return name ?? ''
  return id === null ? '' : (interfaceById(id)?.name ?? id)
}
