import { attack } from '../../catalogue/attack.ts'
import { defaultPlane } from '../../catalogue/defaults.ts'
import { fight } from '../../catalogue/fight.ts'
import { functionById } from '../../catalogue/functions.ts'
import { interfaceById } from '../../catalogue/interfaces.ts'
import { lazy } from '../../catalogue/lazy.ts'
import { riskById } from '../../catalogue/risks.ts'
import { recordIn } from '../../model/lookup.ts'
import type { CommentSubject, Component, Link, Model, Risk } from '../../model/records.ts'
import { isSameSubject } from '../../model/threats.ts'
import { attackForFunction } from './attack-ties.ts'
import { crossing, elementKind } from './elements.ts'
import { fightForFunction, fightForInterface, fightForPart, fightForPlane } from './fight-ties.ts'
import { strideFor } from './stride.ts'
import { BY_RISK, type Suggestion, strongest, type Tie } from './suggestion.ts'

/**
 * Threats to one component, link or segment of a normalised model that nobody has recorded there: STRIDE, then FiGHT,
 * then ATT&CK, each with the strongest tie first. One that was decided on, dismissed ones among them, is not proposed
 * again. Loads the large lists of the catalogue: import it when somebody asks.
 */
export function suggestThreats(model: Model, on: CommentSubject): Suggestion[] {
  const recorded = new Set(
    model.threats.filter((threat) => isSameSubject(threat.on, on)).map(({ technique }) => technique),
  )
  return suggestionsFor(model, on).filter(({ technique }) => !recorded.has(technique))
}

function suggestionsFor(model: Model, on: CommentSubject): Suggestion[] {
  if ('component' in on) {
    const component = recordIn(model, 'components', on.component)
    return component === undefined ? [] : forComponent(model, component)
  }
  if ('link' in on) {
    const link = recordIn(model, 'links', on.link)
    return link === undefined ? [] : forLink(model, link)
  }
  // STRIDE speaks of elements and flows. A segment is neither: ask at what lies in it and what crosses its border.
  const kind = recordIn(model, 'segments', on.segment)?.kind ?? null
  return kind === null ? [] : named(fightForPart(kind))
}

function forComponent(model: Model, component: Component): Suggestion[] {
  const fn = functionById(component.function)
  const ties: Tie[] = fn === null ? [] : [...fightForFunction(fn), ...attackForFunction(fn)]
  for (const link of model.links)
    if (link.from === component.id || link.to === component.id)
      ties.push(...fightForPlane(planeOf(link), `its link ${wordFor(link)}`))
  for (const risk of model.risks) if (applies(risk, component)) ties.push(...ofRisk(risk))
  const what = fn?.name ?? component.function ?? 'Its own function'
  return [...strideFor(elementKind(component), what, null), ...named(ties)]
}

function forLink(model: Model, link: Link): Suggestion[] {
  const known = interfaceById(link.interface)
  const ties = [
    ...(known === null ? [] : fightForInterface(known)),
    ...fightForPlane(planeOf(link), wordFor(link)),
    ...[link.from, link.to].flatMap((end) => roamingAt(model, end)),
  ]
  return [...strideFor('data flow', wordFor(link), crossing(model, link)), ...named(ties)]
}

/** A link to something of the interconnect part is one to other networks, whatever its interface. */
function roamingAt(model: Model, end: string | null): Tie[] {
  const component = end === null ? undefined : recordIn(model, 'components', end)
  const fn = functionById(component?.function ?? null)
  return fn?.segment === 'interconnect' ? fightForPart(fn.segment) : []
}

const planeOf = (link: Link) => link.plane ?? defaultPlane(link.interface)
const wordFor = (link: Link): string =>
  interfaceById(link.interface)?.name ?? link.interface ?? link.name ?? 'of its own kind'

/** AN2: whether a risk is on this component. Its status is no matter: what it names stays a threat. */
function applies({ on }: Risk, { id, vendor, product }: Component): boolean {
  if ('component' in on) return on.component === id
  return on.vendor === vendor && (on.product === undefined || on.product === null || on.product === product)
}

function ofRisk(risk: Risk): Tie[] {
  const category = riskById(risk.category)
  if (category === null) return []
  const why = `the recorded risk “${risk.title || category.title}”: the catalogue names it for “${category.title}”`
  return [...category.fight, ...category.attack].map((technique) => ({ technique, why, rank: BY_RISK }))
}

/** FiGHT before ATT&CK; what neither list holds has no name, and is left out. */
function named(ties: readonly Tie[]): Suggestion[] {
  const found = strongest(ties)
  const inFight = found.flatMap(({ technique, why }): Suggestion[] => {
    const known = fightById().get(technique)
    if (known === undefined) return []
    const title = withParent(known.name, fightById().get(known.parent ?? '')?.name)
    return [{ technique, of: 'fight', title, why, url: known.url, status: known.status }]
  })
  const inAttack = found.flatMap(({ technique, why }): Suggestion[] => {
    const known = attackById().get(technique)
    if (known === undefined) return []
    const [parent = ''] = technique.split('.')
    const title = withParent(known.name, parent === technique ? undefined : attackById().get(parent)?.name)
    return [{ technique, of: 'attack', title, why, url: known.url, status: null }]
  })
  return [...inFight, ...inAttack]
}

const fightById = lazy(() => new Map(fight.techniques.map((each) => [each.id, each])))
const attackById = lazy(() => new Map(attack.techniques.map((each) => [each.id, each])))

/** A sub-technique is often called by what is attacked alone: `Masquerading: PLMN ID`. */
const withParent = (name: string, parent: string | undefined): string =>
  parent === undefined ? name : `${parent}: ${name}`
