import { functionById } from '../catalogue/functions.ts'
import { categoryTitle, controlTitle, interfaceTitle } from '../catalogue/titles.ts'
import type { Component, Link, Mitigation, Risk, Vendor } from '../model/records.ts'

/** What a person calls a record: its own name, else that of what it is in the catalogue, else its id. */

const firstOf = (...names: readonly (string | null | undefined)[]): string =>
  names.find((name) => name !== null && name !== undefined && name !== '') ?? ''

export const componentName = ({ id, name, function: kind }: Component): string =>
  firstOf(name, functionById(kind)?.name, kind, id)

export const linkName = ({ id, name, interface: kind }: Link): string =>
  firstOf(name, interfaceTitle(kind), kind, id)

export const vendorName = ({ id, name }: Vendor): string => firstOf(name, id)

export const riskTitle = ({ id, title, category }: Risk): string =>
  firstOf(title, categoryTitle(category), category, id)

export const mitigationTitle = ({ id, title, control }: Mitigation): string =>
  firstOf(title, controlTitle(control), control, id)

/** Null where the link names no interface. */
export const interfaceName = ({ interface: kind }: Link): string | null => interfaceTitle(kind) ?? kind
