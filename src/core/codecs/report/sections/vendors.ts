import { concentration, type Concentration, isCritical, type Spot } from '../../../analysis/concentration.ts'
import { grouped } from '../../../analysis/grouped.ts'
import { percentOf } from '../../../analysis/percent.ts'
import { functionById } from '../../../catalogue/functions.ts'
import { compareCodeUnits } from '../../../model/order.ts'
import type { Component, Product, Statement, Vendor } from '../../../model/records.ts'
import { evidenceIn, inWords } from '../../registers/register.ts'
import { unrecordedProducts } from '../../registers/suppliers.ts'
import {
  type Block,
  column,
  definitions,
  heading,
  note,
  paragraph,
  quiet,
  type Runs,
  table,
} from '../document.ts'
import type { Grounds } from '../grounds.ts'
import { figure, said, some } from '../words.ts'
import { isLapsed, statementBlocks } from './statements.ts'
import { unrecordedTable } from './unrecorded-products.ts'

export function vendorProfiles(grounds: Grounds): Block[] {
  const { model, date, name } = grounds
  const found = concentration(model, date)
  const components = grouped(model.components, ({ vendor }) => vendor)
  const statements = grouped(model.statements, ({ vendor }) => vendor)
  const products = grouped(model.products, ({ vendor }) => vendor)
  const unrecorded = grouped(unrecordedProducts(model), ([first]) => first?.vendor)
  const vendors = model.vendors
    .map((vendor) => ({ vendor, called: name(vendor.id) }))
    .toSorted((a, b) => compareCodeUnits(a.called, b.called) || compareCodeUnits(a.vendor.id, b.vendor.id))
  return [
    note(
      'These profiles put on record what was stated about suppliers, by whom, when and of what. They pass no verdict on any supplier and give no score. That a profile is short says nothing either way.',
    ),
    ...spots(found, grounds),
    ...(vendors.length === 0 ? [quiet('No vendor is recorded.')] : []),
    ...vendors.flatMap(({ vendor, called }, at) => [
      heading(2, called, `vendor-${at + 1}`),
      ...profile(vendor, grounds, found, {
        components: components.get(vendor.id) ?? [],
        statements: statements.get(vendor.id) ?? [],
        products: products.get(vendor.id) ?? [],
        unrecorded: unrecorded.get(vendor.id) ?? [],
      }),
    ]),
  ]
}

type Own = Readonly<{
  components: readonly Component[]
  statements: readonly Statement[]
  products: readonly Product[]
  /** The components that name each product that is not on record. */
  unrecorded: readonly (readonly Component[])[]
}>

type Line = readonly [term: string, ...says: Runs]

function profile(vendor: Vendor, grounds: Grounds, found: Concentration, own: Own): Block[] {
  const { analysed, model, date } = grounds
  const risks = model.risks.filter(({ on }) =>
    'vendor' in on ? on.vendor === vendor.id : own.components.some(({ id }) => id === on.component),
  )
  const ids = new Set(risks.map(({ id }) => id))
  const exposures = analysed?.result.exposures.filter(({ risk }) => ids.has(risk)) ?? []
  const count = (wanted: 'taken' | 'reached') => exposures.filter(({ kind }) => kind === wanted).length
  return [
    definitions([
      [
        'Supplies',
        `${some(own.components.length, 'component')}, ${figure(own.components.filter(isCritical).length)} of them critical`,
      ],
      ['Restriction', restrictionInWords(vendor, found, own, date)],
      [
        'Risks recorded',
        analysed === null
          ? figure(risks.length)
          : `${figure(risks.length)} on it, its products or its components; through them ${figure(count('taken'))} taken and ${figure(count('reached'))} reached`,
      ],
      ...singleSupply(vendor, found, grounds),
    ]),
    ...productsOf(own.products, date, grounds),
    ...unrecordedTable(own.unrecorded, grounds),
    ...statementBlocks(own.statements, grounds),
  ]
}

function restrictionInWords(
  { id, restricted }: Vendor,
  found: Concentration,
  { statements }: Own,
  date: string,
): string {
  const inForce = statements.filter((each) => each.kind === 'restriction' && !isLapsed(each, date))
  const marked = restricted
    ? 'marked on the board as restricted for this operator'
    : 'not marked on the board'
  const stated =
    inForce.length === 0 ? '' : `; ${some(inForce.length, 'statement')} of a restriction on record, below`
  const counts = found.restricted.includes(id) && !restricted ? '; one of them applies here and now' : ''
  return `${marked}${stated}${counts}`
}

function singleSupply({ id }: Vendor, { segments, functions }: Concentration, { name }: Grounds): Line[] {
  const named = [
    ...segments.filter(({ single }) => single === id).map((spot) => name(spot.id)),
    ...functions.filter(({ single }) => single === id).map((spot) => functionName(spot.id)),
  ]
  return named.length === 0 ? [] : [['Single supplier of', named.join('; ')]]
}

const functionName = (id: string): string => functionById(id)?.name ?? id

/** Where restricted vendors are over the cap or all is of one vendor; nothing else of the shares says anything by itself. */
function spots({ cap, restricted, segments, functions }: Concentration, { name }: Grounds): Block[] {
  const telling = [...segments, ...functions].filter(({ overCap, single }) => overCap || single !== null)
  const share = (value: number) => `${percentOf(value, cap)} %`
  const row = (spot: Spot) => [
    spot.of === 'segment' ? name(spot.id) : functionName(spot.id),
    inWords(spot.of),
    spot.components,
    spot.critical ? 'Yes' : 'No',
    spot.single === null ? null : name(spot.single),
    restricted.length === 0 ? null : share(spot.restrictedShare),
    spot.overCap ? 'Yes' : 'No',
  ]
  if (telling.length === 0)
    return [
      quiet('No segment and no function is of one supplier alone or above the cap for restricted ones.'),
    ]
  return [
    heading(2, 'Concentration', 'concentration'),
    paragraph(
      `Shares go by the weight of components, 1 where none is recorded (CN1). The cap for restricted vendors together is ${cap} %.`,
    ),
    table(
      'Single suppliers, and shares of restricted vendors above the cap',
      [
        column('Segment or function', 28),
        column('What', 10),
        column('Components', 11, 'number'),
        column('Critical', 9),
        column('Single supplier', 24),
        column('Restricted share', 12),
        column('Above the cap', 10),
      ],
      telling.map(row),
    ),
  ]
}

function productsOf(products: readonly Product[], date: string, { name }: Grounds): Block[] {
  if (products.length === 0) return [quiet('No product on record.')]
  return [
    table(
      'Products on record',
      [
        column('Product', 22),
        column('Version', 12),
        column('Hardware', 14),
        column('Part of', 18),
        column('Support', 18),
        column('Build', 18),
        column('Evidence', 22),
      ],
      products.map(({ name: called, version, hardware, partOf, supportEnd, build, evidence }) => [
        said(called),
        version,
        hardware,
        partOf === null ? null : name(partOf),
        supportEnd === null
          ? 'end not recorded'
          : supportEnd < date
            ? `ended ${supportEnd}`
            : `until ${supportEnd}`,
        inWords(build),
        evidenceIn(evidence),
      ]),
    ),
  ]
}
