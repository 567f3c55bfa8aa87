import { defaultCriticality, defaultPlane } from '../catalogue/defaults.ts'
import { familyOf } from '../catalogue/families.ts'
import { functionById } from '../catalogue/functions.ts'
import { interfaceTitle } from '../catalogue/titles.ts'
import { recordIn } from '../model/lookup.ts'
import type { Component, Link, Model, Segment } from '../model/records.ts'
import type { Criticality, Plane } from '../model/terms.ts'
import type { Blast, Change, ComponentPaint, CoverPaint, LinkPaint, Standing } from './marks.ts'

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
  return interfaceTitle(id) ?? id
}

export const planeOf = ({ plane, interface: id }: Link): Plane => plane ?? defaultPlane(id)

const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  taken: 'taken',
  reached: 'reached',
  source: 'source of an exposure',
  held: 'held by the attacker',
}

const CHANGE_WORDS: Readonly<Record<Change, string>> = {
  gone: 'would no longer be on a route',
  come: 'would newly be on a route',
}

const BLAST_WORDS: Readonly<Record<Blast, readonly [would: string, anyway: string]>> = {
  origin: ['If held', 'Held already'],
  held: ['Would be held', 'Would be held'],
  taken: ['Would be taken', 'Taken anyway'],
  reached: ['Would be reached', 'Reached anyway'],
}

/** What a component would be in the blast radius that is shown; `anyway` where it is so already. */
export const blastWord = (blast: Blast, anyway: boolean): string => BLAST_WORDS[blast][anyway ? 1 : 0]

export const findingsInWords = (count: number): string =>
  count === 1 ? '1 open finding' : `${count} open findings`

/** What a screen reader says of a component: `AMF 1, AMF, critical, Acme CoreX, 2 live risks, taken`. */
export function describeComponent(model: Model, component: Component, paint: ComponentPaint): string {
  const criticality = criticalityOf(component)
  const { risks, standing, mark, change, blast, anyway, choke, findings } = paint
  const parts = [
    component.name === '' ? 'Unnamed component' : component.name,
    functionName(component),
    criticality === 'critical' ? 'critical' : criticality === 'high' ? 'high criticality' : null,
    vendorLine(model, component),
    risks === 0 ? null : risks === 1 ? '1 live risk' : `${risks} live risks`,
    standing === null ? null : STANDING_WORDS[standing],
    mark !== null && mark !== standing ? `on a ${mark} route` : null,
    change === null ? null : CHANGE_WORDS[change],
    blast === null ? null : blastWord(blast, anyway).toLowerCase(),
    choke === null ? null : `choke point ${choke}`,
    findings === 0 ? null : findingsInWords(findings),
    coverInWords(paint),
  ]
  return parts.filter((part) => part !== null).join(', ')
}

/** What a screen reader says of a segment: `5G core, uncovered, 3 of 5 covered`. */
export const describeSegment = (
  { name }: Pick<Segment, 'name'>,
  zone: string | null,
  cover: CoverPaint,
): string =>
  [name === '' ? 'Unnamed segment' : name, zone, coverInWords(cover)]
    .filter((part) => part !== null)
    .join(', ')

/** `uncovered, 3 of 5 covered`; null where there is nothing to cover. */
export const coverInWords = ({ cover, covered, counted, asPlanned }: CoverPaint): string | null =>
  cover === null
    ? null
    : (counted === 0
        ? cover.replace('-', ' ')
        : `${cover === 'partial' ? 'partly treated' : cover}, ${covered} of ${counted} covered`) +
      (asPlanned ? ', as planned' : '')

/** What a screen reader says of a link: `N2, from AMF 1 to gNB 1, control plane, both ways, taken`. */
export function describeLink(model: Model, link: Link, paint: LinkPaint): string {
  const { mark, step, door, change, blast, choke, cut, findings } = paint
  const nameOf = (id: string | null) => (id === null ? '' : (recordIn(model, 'components', id)?.name ?? id))
  const parts = [
    linkLabel(link) ?? 'Link',
    `from ${nameOf(link.from)} to ${nameOf(link.to)}`,
    `${PLANE_NAMES[planeOf(link)].toLowerCase()} plane`,
    link.direction === 'both' ? 'both ways' : 'one way',
    mark,
    door === null ? null : 'the door is closed',
    step === null ? null : `step ${step}`,
    change === null ? null : CHANGE_WORDS[change],
    blast ? 'an attacker would come over it' : null,
    choke === null ? null : `choke point ${choke}`,
    cut ? 'in the separating set' : null,
    findings === 0 ? null : findingsInWords(findings),
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
