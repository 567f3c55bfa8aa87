import { knownVendors } from '../../core/catalogue/vendors.ts'
import { compareCodeUnits } from '../../core/model/order.ts'
import type { Component, Model, Risk } from '../../core/model/records.ts'
import type { PickerGroup } from '../../ui/field-picker.tsx'

/** What a person picked where a vendor is asked for: one of the board, a new one by name, or none. */
export type VendorPick = Readonly<{ vendor: string | null } | { create: string }>

const NEW = 'new'
const NONE = 'none'
const OF_BOARD = 'vendor:'
const KNOWN = 'name:'

/** The vendors of the board first, then names to add, then none. */
export function vendorChoices(model: Model, query: string): PickerGroup[] {
  const wanted = query.trim().toLowerCase()
  const fits = ({ name }: { name: string }) => name.toLowerCase().includes(wanted)
  const here = new Set(model.vendors.map(({ name }) => name.toLowerCase()))
  const isNew = wanted !== '' && !here.has(wanted)
  return [
    {
      label: 'On this board',
      options: model.vendors
        .filter(fits)
        .toSorted((a, b) => compareCodeUnits(a.name, b.name))
        .map(({ id, name, restricted }) => ({
          value: OF_BOARD + id,
          label: name,
          ...(restricted ? { mark: 'restricted' } : {}),
        })),
    },
    { label: 'New', options: isNew ? [{ value: NEW, label: `Add “${query.trim()}”` }] : [] },
    {
      label: 'Add by a known name',
      options: knownVendors
        .filter((known) => fits(known) && !here.has(known.name.toLowerCase()))
        .map(({ name }) => ({ value: KNOWN + name, label: name })),
    },
    { label: 'Otherwise', options: wanted === '' ? [{ value: NONE, label: 'No vendor' }] : [] },
  ].filter(({ options }) => options.length > 0)
}

/** What the value of an option of `vendorChoices` means. */
export function vendorPick(value: string, query: string): VendorPick {
  if (value === NEW) return { create: query.trim() }
  if (value.startsWith(KNOWN)) return { create: value.slice(KNOWN.length) }
  return { vendor: value.startsWith(OF_BOARD) ? value.slice(OF_BOARD.length) : null }
}

export const componentsOfVendor = (model: Model, vendor: string): readonly Component[] =>
  model.components
    .filter((component) => component.vendor === vendor)
    .toSorted((a, b) => compareCodeUnits(a.name, b.name) || compareCodeUnits(a.id, b.id))

/** The risks recorded on a vendor or its products; those on single components of it are theirs. */
export const risksOfVendor = (model: Model, vendor: string): readonly Risk[] =>
  model.risks
    .filter(({ on }) => 'vendor' in on && on.vendor === vendor)
    .toSorted((a, b) => compareCodeUnits(a.title, b.title) || compareCodeUnits(a.id, b.id))

/** The products of a vendor that the board names, each once, by name. */
export const productsOfVendor = (model: Model, vendor: string | null): string[] =>
  [
    ...new Set(
      model.components.flatMap((component) =>
        component.vendor === vendor && component.product !== null && component.product !== ''
          ? [component.product]
          : [],
      ),
    ),
  ].sort(compareCodeUnits)
