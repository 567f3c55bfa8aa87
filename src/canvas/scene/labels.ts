import { defaultCriticality, defaultPlane } from '../../core/catalogue/defaults.ts'
import { familyOf } from '../../core/catalogue/families.ts'
import { functionById } from '../../core/catalogue/functions.ts'
import { interfaceById } from '../../core/catalogue/interfaces.ts'
import { recordIn } from '../../core/model/lookup.ts'
import type { Component, Link, Model } from '../../core/model/records.ts'
import type { Criticality, Plane } from '../../core/model/terms.ts'
import type { ComponentPaint, LinkPaint, Standing } from '../paint/paint.ts'

/** The short name of a component's function; null for something of one's own. */
export const functionName = ({ function: id }: Component): string | null =>
  id === null ? null : (functionById(id)?.name ?? id)

export const criticalityOf = ({ criticality, function: id }: Component): Criticality =>
  criticality ?? defaultCriticality(id)

export const glyphOf = ({ function: id }: Component): string => familyOf(id)

/** Whose product it is: vendor and product, as far as they are known. */
export function vendorLine(model: Model, { vendor, product }: Component): string | null {
  const name = vendor === null ? null : (recordIn(model, 'vendors', vendor)?.name ?? null)
  const parts = [name, product].filter((part): part is string => part !== null && part !== '')
  return parts.length === 0 ? null : parts.join(' ')
}

/** What is written on a link: its own name, else that of its interface, else nothing. */
export const linkLabel = ({ name, interface: id }: Link): string | null => {
  if (name !== null && name !== '') return name
  return id === null ? null : (interfaceById(id)?.name ?? id)
}

export const planeOf = ({ plane, interface: id }: Link): Plane => plane ?? defaultPlane(id)

const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  taken: 'taken',
  reached: 'reached',
  source: 'source of an exposure',
  held: 'held by the attacker',
}

/** What a screen reader says of a component: `AMF 1, AMF, critical, Acme CoreX, 2 live risks, taken`. */
export function describeComponent(model: Model, component: Component, paint: ComponentPaint): string {
  const criticality = criticalityOf(component)
  const { risks, standing, mark } = paint
  const parts = [
    component.name === '' ? 'Unnamed component' : component.name,
    functionName(component),
    criticality === 'critical' ? 'critical' : criticality === 'high' ? 'high criticality' : null,
    vendorLine(model, component),
    risks === 0 ? null : risks === 1 ? '1 live risk' : `${risks} live risks`,
    standing === null ? null : STANDING_WORDS[standing],
    mark !== null && mark !== standing ? `on a ${mark} route` : null,
  ]
  return parts.filter((part) => part !== null).join(', ')
}

/** What a screen reader says of a link: `N2, from AMF 1 to gNB 1, control plane, both ways, taken`. */
export function describeLink(model: Model, link: Link, { mark, step, door }: LinkPaint): string {
  const nameOf = (id: string | null) => (id === null ? '' : (recordIn(model, 'components', id)?.name ?? id))
  const parts = [
    linkLabel(link) ?? 'Link',
    `from ${nameOf(link.from)} to ${nameOf(link.to)}`,
    `${PLANE_NAMES[planeOf(link)].toLowerCase()} plane`,
    link.direction === 'both' ? 'both ways' : 'one way',
    mark,
    door === null ? null : 'the door is closed',
    step === null ? null : `step ${step}`,
  ]
  return parts.filter((part) => part !== null).join(', ')
}

export const PLANE_NAMES: Readonly<Record<Plane, string>> = {
  management: 'Management',
  control: 'Control',
  signalling: 'Signalling',
  'lawful-intercept': 'Lawful intercept',
  user: 'User',
}
