import { kindOf, recordIn } from '../../model/lookup.ts'
import type { Kind, Model, RecordOf } from '../../model/records.ts'
import { componentName, linkName, mitigationTitle, riskTitle, vendorName } from '../naming.ts'

/** Names by id in a model; an id that is not there is its own name. */
export function nameIn(model: Model): (id: string) => string {
  return (id) => {
    const kind = kindOf(model, id)
    const record = kind === null ? undefined : recordIn(model, kind, id)
    return kind === null || record === undefined ? id : recordName(kind, record, nameIn(model))
  }
}

/** What a person calls a record; of a link, its ends too: `N2: gNB 1 → AMF 1`. `name` gives the names of others. */
export function recordName<K extends Kind>(
  kind: K,
  record: RecordOf[K],
  name: (id: string) => string,
): string {
  const each = { kind, record } as Named
  switch (each.kind) {
    case 'components':
      return componentName(each.record)
    case 'links': {
      const { from, to, direction } = each.record
      const end = (id: string | null | undefined) => (id === null || id === undefined ? '–' : name(id))
      return `${linkName(each.record)}: ${end(from)} ${direction === 'forward' ? '→' : '⇄'} ${end(to)}`
    }
    case 'vendors':
      return vendorName(each.record)
    case 'risks':
      return riskTitle(each.record)
    case 'mitigations':
      return mitigationTitle(each.record)
    case 'segments':
      return each.record.name || 'Segment'
    case 'products':
      return [each.record.name || 'Product', each.record.version].filter(Boolean).join(' ')
    case 'threats':
      return `T${each.record.number} ${each.record.title ?? ''}`.trim()
    case 'waivers':
      return `Waiver of ${each.record.check}`
    case 'statements':
    case 'entries':
      return each.record.title || (each.kind === 'entries' ? 'Own entry' : 'Statement')
    case 'notes':
    case 'comments':
    case 'reviews':
      return each.record.id
  }
}

type Named = { [K in Kind]: Readonly<{ kind: K; record: RecordOf[K] }> }[Kind]
