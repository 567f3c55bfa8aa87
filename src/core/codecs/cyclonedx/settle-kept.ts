import { isFields } from '../../model/issues.ts'
import type { Account } from '../report.ts'
import { isBomLink } from './document.ts'
import type { Fields } from '../kept.ts'

/**
 * The document without what leads nowhere any more, since people have deleted on the board what it was about: boundaries with
 * fewer than two zones left, and scenarios without a threat. Each of them is in the report.
 */
export function settleKept(document: Fields, account: Account): Fields {
  const known = new Set<string>()
  collect(document, known)
  const leads = (ref: unknown): boolean => typeof ref === 'string' && (known.has(ref) || isBomLink(ref))
  const blueprints = (document['blueprints'] as readonly Fields[]).map((blueprint) =>
    withList(blueprint, 'boundaries', (boundary) =>
      shortened(boundary, 'zones', 2, leads, 'boundary', account),
    ),
  )
  const threats = document['threats']
  if (!isFields(threats)) return { ...document, blueprints }
  const settled = withList(threats, 'scenarios', (one) =>
    shortened(one, 'threats', 1, leads, 'scenario', account),
  )
  return { ...document, blueprints, threats: settled }
}

function collect(value: unknown, known: Set<string>): void {
  if (Array.isArray(value)) for (const item of value as unknown[]) collect(item, known)
  else if (isFields(value)) {
    if (typeof value['bom-ref'] === 'string') known.add(value['bom-ref'])
    for (const item of Object.values(value)) collect(item, known)
  }
}

function withList(fields: Fields, name: string, each: (item: Fields) => readonly Fields[]): Fields {
  const list = fields[name]
  if (!Array.isArray(list)) return fields
  return {
    ...fields,
    [name]: (list as unknown[]).flatMap<unknown>((item) => (isFields(item) ? each(item) : [item])),
  }
}

/** The item with those of its references that lead somewhere; without it, where fewer than `least` do. */
function shortened(
  item: Fields,
  name: string,
  least: number,
  leads: (ref: unknown) => boolean,
  what: string,
  account: Account,
): readonly Fields[] {
  const list = item[name]
  if (!Array.isArray(list)) return [item]
  const left = (list as unknown[]).filter(leads)
  if (left.length === list.length) return [item]
  const at = String(item['bom-ref'])
  if (left.length >= least) return [{ ...item, [name]: left }]
  account.dropped(what, at, `the ${name} that it names are no longer on the board`)
  return []
}
