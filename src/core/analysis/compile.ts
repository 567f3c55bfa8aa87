import { defaultCriticality, defaultEffect, defaultPropagation, isExternal } from '../catalogue/defaults.ts'
import type { Component, Link, Mitigation, Model, Policy, Risk, Segment } from '../model/records.ts'
import type { Effect, Propagation, Scenario } from '../model/terms.ts'
import { counts } from './counting.ts'
import { marked } from './graph.ts'
import { keepAlike, keepEach, keepLast } from './keep.ts'
import { holdWithin } from './limits.ts'
import { makeNetworks, type Network, placeOf } from './network.ts'
import type { AnalyseOptions } from './result.ts'
import { mapSupply, mapTerritory, type Supply, type Territory } from './territory.ts'

/** A risk with its instances (AN2): those numbered first … end − 1, one for each component to which it applies. */
export type CompiledRisk = Readonly<{
  record: Risk
  propagation: Propagation
  /** Its status alone lets it be live (AN3). */
  open: boolean
  accepted: boolean
  first: number
  end: number
}>

export type CompiledMitigation = Readonly<{ record: Mitigation; effect: Effect; counts: boolean }>

/** A model, a day and a scenario as the engine reads them. Records are numbered in the order of their ids (AN14). */
export type Compiled = Readonly<{
  date: string
  policy: Policy
  components: readonly Component[]
  links: readonly Link[]
  risks: readonly CompiledRisk[]
  mitigations: readonly CompiledMitigation[]
  territory: Territory
  critical: Uint8Array
  targets: Int32Array
  /** Per component, the node of its copy (AN11): components.length + its place in `targets`; −1 where not critical. */
  copyOf: Int32Array
  untrusted: Uint8Array
  instanceComponent: Int32Array
}> &
  Network

/**
 * Compiles models one after another. What is as it was in the last one is kept from there: most edits touch one list of
 * records only, and most of those that touch components move or name them.
 */
export function makeCompiler(): (model: Model, options: AnalyseOptions) => Compiled {
  const numbered = keepAlike<Component>('id')
  const supplied = keepAlike<Component>('id', 'vendor', 'product')
  const grounded = keepAlike<Component>(
    'id',
    'segment',
    'vendor',
    'product',
    'function',
    'criticality',
    'untrusted',
  )
  const placed = keepAlike<Segment>('id', 'parent')
  const supplyOf = keepLast(mapSupply)
  const groundOf = keepLast(layGround)
  const networkOf = makeNetworks()
  const appliesIn = keepEach(appliesTo)
  const instancesOf = keepLast(listInstances)
  return (model, { date, scenario: asked, switched = NOTHING_SWITCHED }) => {
    const policy = policyFor(asked ?? model.meta.policy.scenario, model.meta.policy)
    const { components, links, risks } = model
    const supply = supplyOf(supplied(components))
    const ground = groundOf(grounded(components), placed(model.segments), supply)
    const { starts, instanceComponent } = instancesOf(risks, supply, appliesIn)
    return {
      ...ground,
      ...networkOf(links, numbered(components), policy.planes),
      date,
      policy,
      components,
      links,
      risks: risks.map((record, risk): CompiledRisk => {
        const accepted = record.status === 'accepted'
        return {
          record,
          propagation: record.propagation ?? defaultPropagation(record.category),
          open: record.status === 'open' || accepted,
          accepted: accepted && (record.acceptedUntil === null || date <= record.acceptedUntil),
          first: starts[risk] as number,
          end: starts[risk + 1] as number,
        }
      }),
      mitigations: model.mitigations.map((record) => ({
        record,
        effect: record.effect ?? defaultEffect(record.control),
        counts: switched.get(record.id) ?? counts(record.status, policy.scenario),
      })),
      instanceComponent,
    }
  }
}

/** `model` as `normalise` gives it: lists in the order of their ids, which makes the numbers of the records (AN14). */
export const compile = (model: Model, options: AnalyseOptions): Compiled => makeCompiler()(model, options)

const NOTHING_SWITCHED: ReadonlyMap<string, boolean> = new Map()

function layGround(components: readonly Component[], segments: readonly Segment[], supply: Supply) {
  const critical = new Uint8Array(components.length)
  const untrusted = new Uint8Array(components.length)
  components.forEach((component, index) => {
    critical[index] = Number(isCritical(component))
    untrusted[index] = Number(component.untrusted ?? isExternal(component.function))
  })
  const targets = marked(critical)
  const copyOf = new Int32Array(components.length).fill(-1)
  targets.forEach((target, place) => {
    copyOf[target] = components.length + place
  })
  return {
    components,
    territory: mapTerritory(components, segments, supply),
    critical,
    untrusted,
    targets,
    copyOf,
  }
}

/** The instances of all risks one after another; those of risk r are starts[r] … starts[r + 1] − 1. */
function listInstances(
  risks: readonly Risk[],
  supply: Supply,
  appliesIn: (risks: readonly Risk[], supply: Supply) => Int32Array[],
) {
  const starts = new Int32Array(risks.length + 1)
  const lists = appliesIn(risks, supply)
  lists.forEach((list, risk) => {
    starts[risk + 1] = (starts[risk] as number) + list.length
  })
  const count = lists.reduce((sum, list) => sum + list.length, 0)
  holdWithin('instances', count)
  const instanceComponent = new Int32Array(count)
  lists.forEach((list, risk) => instanceComponent.set(list, starts[risk]))
  return { starts, instanceComponent }
}

function policyFor(scenario: Scenario, { planes, access }: Policy): Policy {
  const { management, control, signalling, 'lawful-intercept': interception, user } = planes
  return {
    scenario,
    planes: { management, control, signalling, 'lawful-intercept': interception, user },
    access,
  }
}

const isCritical = (component: Component): boolean =>
  (component.criticality ?? defaultCriticality(component.function)) === 'critical'

/** AN2, as ascending component indexes. */
function appliesTo({ on }: Risk, { components, ofVendor, ofProduct }: Supply): Int32Array {
  if ('component' in on) {
    const index = placeOf(on.component, components)
    return index === -1 ? NOTHING : Int32Array.of(index)
  }
  const { vendor, product } = on
  return product === undefined || product === null ? ofVendor(vendor) : ofProduct(vendor, product)
}

const NOTHING = new Int32Array(0)

/** The instance of a risk at a component; −1 where it does not apply. Instances of a risk are in order of component. */
export function instanceAt(
  { first, end }: Pick<CompiledRisk, 'first' | 'end'>,
  component: number,
  { instanceComponent }: Pick<Compiled, 'instanceComponent'>,
): number {
  let [low, high] = [first, end - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const at = instanceComponent[middle] as number
    if (at === component) return middle
    if (at < component) low = middle + 1
    else high = middle - 1
  }
  return -1
}
