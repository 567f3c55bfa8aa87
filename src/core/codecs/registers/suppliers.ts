import { grouped } from '../../analysis/grouped.ts'
import { restrictedVendors } from '../../analysis/concentration.ts'
import { componentName } from '../../analysis/naming.ts'
import type { Exposure } from '../../analysis/result.ts'
import { compareCodeUnits } from '../../model/order.ts'
import type { Component, Model, Product, Risk, Statement, Vendor } from '../../model/records.ts'
import { countOf, worstOf } from './network.ts'
import {
  date,
  type Drawn,
  evidenceIn,
  inWords,
  listed,
  number,
  registerKind,
  text,
  yesNo,
} from './register.ts'

type VendorRow = Readonly<{
  vendor: Vendor
  restricted: boolean
  components: readonly Component[]
  risks: number
  exposures: readonly Exposure[]
}>

/** The vendor that a risk is about, of its component where it sits on one. */
function vendorOf({ on }: Risk, componentVendors: ReadonlyMap<string, string | null>): string | null {
  return 'vendor' in on ? on.vendor : (componentVendors.get(on.component) ?? null)
}

/** The risks of a vendor are those on it, on its products and on single components of it. */
function vendorRows({ model, result }: Drawn): readonly VendorRow[] {
  const supplied = grouped(model.components, ({ vendor }) => vendor)
  const restricted = restrictedVendors(model, result.date)
  const risks = risksByVendor(model)
  const exposures = grouped(result.exposures, ({ risk }) => risk)
  return model.vendors.map((vendor) => {
    const own = risks.get(vendor.id) ?? []
    return {
      vendor,
      restricted: restricted.has(vendor.id),
      components: supplied.get(vendor.id) ?? [],
      risks: own.length,
      exposures: own.flatMap(({ id }) => exposures.get(id) ?? []),
    }
  })
}

function risksByVendor({ components, risks }: Model): ReadonlyMap<string | null, readonly Risk[]> {
  const vendors = new Map(components.map(({ id, vendor }) => [id, vendor]))
  return grouped(risks, (risk) => vendorOf(risk, vendors))
}

export const vendors = registerKind<VendorRow>('vendors', 'Vendors', vendorRows, [
  text('id', 'Id', ({ vendor }) => vendor.id, 14),
  text('name', 'Name', ({ vendor: { id } }, { name }) => name(id), 24),
  text('restricted', 'Restricted', ({ restricted }) => yesNo(restricted), 10),
  number('components', 'Components', ({ components }) => components.length),
  text('products', 'Products', ({ components }) =>
    listed([...new Set(components.flatMap(({ product }) => product ?? []))].toSorted(compareCodeUnits)),
  ),
  number('risks', 'Risks', ({ risks }) => risks),
  number('taken', 'Takes', ({ exposures }) => countOf(exposures, 'taken')),
  number('reached', 'Reaches', ({ exposures }) => countOf(exposures, 'reached')),
  text('worst', 'Worst rating', ({ exposures }) => inWords(worstOf(exposures)), 12),
])

type ProductRow = Readonly<{ product: Product; components: readonly Component[] }>

/** Components are of a product where they name it, and its version where it has one. */
const isOf = ({ vendor, product, version }: Component, of: Product): boolean =>
  vendor === of.vendor && product === of.name && (of.version === null || of.version === version)

function productRows({ model }: Drawn): readonly ProductRow[] {
  const supplied = grouped(model.components, ({ vendor }) => vendor)
  return model.products.map((product) => ({
    product,
    components: (supplied.get(product.vendor) ?? []).filter((component) => isOf(component, product)),
  }))
}

/**
 * What components name as their product though it is not on record, in groups that name the same. One that names no version
 * may be of any that is.
 */
export function unrecordedProducts({ components, products: recorded }: Model): readonly Component[][] {
  const ofVendor = grouped(recorded, ({ vendor }) => vendor)
  const isRecorded = (component: Component) =>
    component.vendor !== null &&
    (ofVendor.get(component.vendor) ?? []).some(
      (one) => isOf(component, one) || (component.version === null && component.product === one.name),
    )
  const unrecorded = components.filter(
    (component) => component.product !== null && component.product !== '' && !isRecorded(component),
  )
  const groups = grouped(unrecorded, ({ vendor, product, version }) =>
    JSON.stringify([vendor, product, version]),
  )
  return [...groups.values()]
}

export const products = registerKind<ProductRow>('products', 'Products', productRows, [
  text('id', 'Id', ({ product }) => product.id, 14),
  text('vendor', 'Vendor', ({ product }, { name }) => name(product.vendor)),
  text('vendor-id', 'Vendor id', ({ product }) => product.vendor, 14),
  text('name', 'Name', ({ product }) => product.name, 24),
  text('version', 'Version', ({ product }) => product.version, 10),
  text('hardware', 'Hardware', ({ product }) => product.hardware, 14),
  text('part-of', 'Part of', ({ product }, { name }) => name(product.partOf)),
  text('part-of-id', 'Part of id', ({ product }) => product.partOf, 14),
  date('support-end', 'Support ends', ({ product }) => product.supportEnd),
  text('build', 'Build', ({ product }) => inWords(product.build), 16),
  text('components', 'Components', ({ components }) => listed(components.map(componentName)), 30),
  text('evidence', 'Evidence', ({ product }) => evidenceIn(product.evidence), 30),
])

export const statements = registerKind<Statement>(
  'statements',
  'Statements',
  ({ model }) => model.statements,
  [
    text('id', 'Id', ({ id }) => id, 14),
    text('vendor', 'Vendor', ({ vendor }, { name }) => name(vendor)),
    text('vendor-id', 'Vendor id', ({ vendor }) => vendor, 14),
    text('product', 'Product', ({ product }, { name }) => name(product)),
    text('product-id', 'Product id', ({ product }) => product, 14),
    text('kind', 'Kind', ({ kind }) => inWords(kind), 12),
    text('title', 'Title', ({ title }) => title, 24),
    text('wording', 'Wording', ({ wording }) => wording, 40),
    text('body', 'Body', ({ body }) => body),
    text('scope', 'Scope', ({ scope }) => scope),
    text('version', 'Version', ({ version }) => version, 10),
    text('hardware', 'Hardware', ({ hardware }) => hardware, 14),
    text('jurisdiction', 'Jurisdiction', ({ jurisdiction }) => jurisdiction, 12),
    date('date', 'Date', ({ date: day }) => day),
    date('until', 'Until', ({ until }) => until),
    text('author', 'Author', ({ author }) => author),
    text('reply', 'Reply', ({ reply }) => reply, 30),
    date('replied', 'Replied', ({ replied }) => replied),
    text('evidence', 'Evidence', ({ evidence }) => evidenceIn(evidence), 30),
  ],
)
