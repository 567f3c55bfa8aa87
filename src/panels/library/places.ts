import type { MitigationSubject, Model, RiskSubject } from '../../core/model/records.ts'
import { componentName } from '../../state/record-names.ts'

/** Where a risk can sit or a mitigation can be put: a value for a list, and what it stands for. */
export type PlaceOption<Subject> = Readonly<{ value: string; label: string; mark: string; on: Subject }>

export function riskPlaces(model: Model): readonly PlaceOption<RiskSubject>[] {
  const products = new Map<string, PlaceOption<RiskSubject>>()
  const vendorNames = new Map(model.vendors.map(({ id, name }) => [id, name]))
  for (const { vendor, product } of model.components) {
    if (vendor === null || product === null) continue
    const value = `${vendor}/${product}`
    const label = `${product} of ${vendorNames.get(vendor) ?? vendor}`
    products.set(value, { value, label, mark: 'product', on: { vendor, product } })
  }
  return [...ofVendors(model), ...products.values(), ...ofComponents(model)]
}

export const mitigationPlaces = (model: Model): readonly PlaceOption<MitigationSubject>[] => [
  ...ofVendors(model),
  ...model.segments.map(({ id, name }) => ({
    value: id,
    label: name || 'Segment',
    mark: 'segment',
    on: { segment: id },
  })),
  ...ofComponents(model),
]

const ofVendors = ({ vendors }: Model) =>
  vendors.map(({ id, name }) => ({
    value: id,
    label: `All of ${name || 'Vendor'}`,
    mark: 'vendor',
    on: { vendor: id },
  }))

const ofComponents = ({ components }: Model) =>
  components.map((component) => ({
    value: component.id,
    label: componentName(component),
    mark: 'component',
    on: { component: component.id },
  }))
