import type { CommentSubject, Component, Product, Records, Statement, Threat, Waiver } from './records.ts'
import type { SetAside } from './set-aside.ts'

/** What stands beside the diagram: what is known of products and vendors, threats, waivers (MO7 to MO9). */
type Register = Pick<Records, 'products' | 'statements' | 'threats' | 'waivers'>
type Existing = Readonly<Record<'component' | 'link' | 'segment' | 'vendor' | 'risk', ReadonlySet<string>>>

/** Leaves out what is about nothing, and never widens what is about less than it was. */
export function settleRegister(lists: Register, existing: Existing, setAside: SetAside[]): Register {
  const ofVendor = <T extends Product | Statement>(record: T, what: string): boolean => {
    const found = record.vendor !== null && existing.vendor.has(record.vendor)
    if (!found) setAside.push({ id: record.id, reason: `${what} of a vendor that does not exist` })
    return found
  }
  const living = lists.products.filter((product) => ofVendor(product, 'product'))
  const products = withoutCircles(living, setAside)
  const productIds = new Set(products.map(({ id }) => id))
  const statements = lists.statements
    .filter((statement) => ofVendor(statement, 'statement'))
    .map((statement) => {
      if (statement.product === null || productIds.has(statement.product)) return statement
      setAside.push({ id: statement.id, reason: 'its product does not exist: it is about the vendor' })
      return { ...statement, product: null }
    })
  const threats = lists.threats.filter((threat: Threat) => {
    const found = isThere(threat.on, existing)
    if (!found) setAside.push({ id: threat.id, reason: 'threat to something that does not exist' })
    return found
  })
  const all = new Set([...existing.component, ...existing.link, ...existing.segment, ...existing.vendor])
  for (const id of [...existing.risk, ...productIds]) all.add(id)
  return {
    products,
    statements,
    threats,
    waivers: lists.waivers.flatMap((each) => narrow(each, all, setAside)),
  }
}

function isThere(on: CommentSubject, existing: Existing): boolean {
  if ('component' in on) return existing.component.has(on.component)
  return 'link' in on ? existing.link.has(on.link) : existing.segment.has(on.segment)
}

/** A waiver for records that are gone must not become one for the whole check. */
function narrow(waiver: Waiver, all: ReadonlySet<string>, setAside: SetAside[]): Waiver[] {
  const on = waiver.on.filter((id) => all.has(id))
  if (on.length === waiver.on.length) return [waiver]
  if (on.length === 0) {
    setAside.push({ id: waiver.id, reason: 'waiver for something that does not exist' })
    return []
  }
  setAside.push({ id: waiver.id, reason: 'part of what it waives does not exist' })
  return [{ ...waiver, on }]
}

/** A product that is part of nothing, or in the end of itself, stands alone; a circle is cut at its smallest id. */
function withoutCircles(products: readonly Product[], setAside: SetAside[]): readonly Product[] {
  const wholeOf = new Map(products.map(({ id, partOf }) => [id, partOf]))
  const alone = new Set<string>()
  for (const { id, partOf } of products)
    if (partOf !== null && !wholeOf.has(partOf)) {
      alone.add(id)
      wholeOf.set(id, null)
      setAside.push({ id, reason: 'part of a product that does not exist' })
    }
  const settled = new Set<string>()
  for (const { id } of products) {
    const trail = new Set<string>()
    let at: string | null = id
    while (at !== null && !settled.has(at) && !trail.has(at)) {
      trail.add(at)
      at = wholeOf.get(at) ?? null
    }
    if (at !== null && trail.has(at)) {
      const circle = [...trail].slice([...trail].indexOf(at))
      const smallest = circle.reduce((a, b) => (b < a ? b : a))
      alone.add(smallest)
      wholeOf.set(smallest, null)
      setAside.push({ id: smallest, reason: 'part of itself: it stands alone' })
    }
    for (const each of trail) settled.add(each)
  }
  return products.map((product) => (alone.has(product.id) ? { ...product, partOf: null } : product))
}

/** Takes a host that does not exist from a component. */
export function hostsThatExist(
  components: ReadonlySet<string>,
  setAside: SetAside[],
): (component: Component) => Component {
  return (component) => {
    if (component.host === null || components.has(component.host)) return component
    setAside.push({ id: component.id, reason: 'what hosts it does not exist' })
    return { ...component, host: null }
  }
}
