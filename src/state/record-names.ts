import { functionById } from '../core/catalogue/functions.ts'
import { interfaceTitle } from '../core/catalogue/titles.ts'
import { kindOf, recordIn } from '../core/model/lookup.ts'
import type { Component, Kind, Link, MitigationSubject, Model, RiskSubject } from '../core/model/records.ts'

/** What a person calls a component: its name, else what it is. */
export const componentName = ({ name, function: fn }: Component): string =>
  name || (functionById(fn)?.name ?? fn ?? 'Component')

/** What a person calls a link by itself: its name, else its interface's. */
export const linkName = ({ name, interface: id }: Pick<Link, 'name' | 'interface'>): string =>
  name || (interfaceTitle(id) ?? id ?? 'Link')

/** A link with its ends, the controlling one first: `N2: gNB 1 → AMF 1`. */
export function linkWithEnds(model: Model, link: Link): string {
  const arrow = link.direction === 'both' ? '⇄' : '→'
  return `${linkName(link)}: ${nameOf(model, link.from)} ${arrow} ${nameOf(model, link.to)}`
}

/** The name of any record by its id; the id itself where there is no such record, and a dash for none. */
export function nameOf(model: Model, id: string | null): string {
  if (id === null) return '–'
  const kind = kindOf(model, id)
  return kind === null ? id : nameOfRecord(model, kind, id)
}

function nameOfRecord(model: Model, kind: Kind, id: string): string {
  switch (kind) {
    case 'components': {
      const component = recordIn(model, kind, id)
      return component === undefined ? id : componentName(component)
    }
    case 'links': {
      const link = recordIn(model, kind, id)
      return link === undefined ? id : linkName(link)
    }
    case 'segments':
    case 'vendors':
      return recordIn(model, kind, id)?.name || (kind === 'segments' ? 'Segment' : 'Vendor')
    case 'risks':
    case 'mitigations':
      return recordIn(model, kind, id)?.title || (kind === 'risks' ? 'Risk' : 'Mitigation')
    case 'notes':
      return recordIn(model, kind, id)?.text.split('\n', 1)[0] || 'Note'
    case 'comments':
      return recordIn(model, kind, id)?.text.split('\n', 1)[0] || 'Comment'
    case 'products': {
      const product = recordIn(model, kind, id)
      return product === undefined
        ? id
        : [product.name || 'Product', product.version].filter(Boolean).join(' ')
    }
    case 'statements':
    case 'entries':
      return recordIn(model, kind, id)?.title || (kind === 'entries' ? 'Own entry' : 'Statement')
    case 'threats': {
      const threat = recordIn(model, kind, id)
      return threat === undefined ? id : `T${threat.number} ${threat.title}`
    }
    case 'waivers':
      return `Waiver of ${recordIn(model, kind, id)?.check ?? id}`
    case 'reviews':
      return `Sign-off by ${recordIn(model, kind, id)?.reviewer || 'somebody'}`
  }
}

/** Where a risk sits: `AMF 1`, `All of Acme`, `CoreX of Acme`. */
export function riskSubjectName(model: Model, on: RiskSubject): string {
  if ('component' in on) return nameOf(model, on.component)
  const vendor = nameOf(model, on.vendor)
  return on.product === undefined || on.product === null ? `All of ${vendor}` : `${on.product} of ${vendor}`
}

/** What one entry of a mitigation's `on` names. A vendor means all that it supplies. */
export function mitigationSubjectName(model: Model, subject: MitigationSubject): string {
  if ('component' in subject) return nameOf(model, subject.component)
  if ('segment' in subject) return nameOf(model, subject.segment)
  if ('vendor' in subject) return `All of ${nameOf(model, subject.vendor)}`
  const link = recordIn(model, 'links', subject.link)
  return link === undefined ? subject.link : linkWithEnds(model, link)
}
