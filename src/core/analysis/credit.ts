import type { Mitigation, MitigationSubject } from '../model/records.ts'
import type { Compiled, CompiledMitigation } from './compile.ts'
import { arcsOfLink } from './network.ts'

/**
 * What mitigations end, by how many of them: an arc with `cuts` 0 is uncut (AN5), a risk's instance with `removals` 0 is
 * not removed (AN3). Counters, so that one mitigation more or less costs only what it touches.
 */
export type Credit = Readonly<{ cuts: Int32Array; removals: Int32Array }>

/** The arcs that a mitigation cuts and the instances that it removes, were it to count; each once. */
export type Effects = Readonly<{ cuts: readonly number[]; removals: readonly number[] }>

/** The credit of every mitigation that counts, and of no other. */
export function countingCredit(compiled: Compiled): Credit {
  const credit = noCredit(compiled)
  for (const mitigation of compiled.mitigations) {
    if (mitigation.counts) addCredit(credit, effectsOf(mitigation, compiled), 1)
  }
  return credit
}

const noCredit = ({ graph, instanceComponent }: Compiled): Credit => ({
  cuts: new Int32Array(graph.arcCount),
  removals: new Int32Array(instanceComponent.length),
})

/** Changes `credit`: adds the effects with 1, takes them back with −1. */
export function addCredit(credit: Credit, effects: Effects, change: 1 | -1): void {
  for (const arc of effects.cuts) credit.cuts[arc] = (credit.cuts[arc] as number) + change
  for (const instance of effects.removals) {
    credit.removals[instance] = (credit.removals[instance] as number) + change
  }
}

export function effectsOf({ record, effect }: CompiledMitigation, compiled: Compiled): Effects {
  switch (effect) {
    case 'removes-risk':
      return { cuts: [], removals: treatedInstances(record, compiled) }
    case 'blocks-propagation':
    case 'contains-node':
      return { cuts: cutsOf(record, effect === 'blocks-propagation', compiled), removals: [] }
    default:
      return { cuts: [], removals: [] }
  }
}

/** The instances of the risks that a mitigation names, at the components that it covers. */
export function treatedInstances(mitigation: Mitigation, compiled: Compiled): number[] {
  const instances: number[] = []
  if (mitigation.treats.length === 0) return instances
  const covered = new Uint8Array(compiled.components.length)
  if (mitigation.on.length === 0) covered.fill(1)
  for (const subject of mitigation.on) {
    for (const component of compiled.territory.named(subject)) covered[component] = 1
  }
  const treated = new Set(mitigation.treats)
  for (const risk of compiled.risks) {
    if (!treated.has(risk.record.id)) continue
    for (let instance = risk.first; instance < risk.end; instance++) {
      if (covered[compiled.instanceComponent[instance] as number] === 1) instances.push(instance)
    }
  }
  return instances
}

/** AN5. Only what `on` names is cut: an empty one names nothing, and cuts nothing. */
function cutsOf({ on }: Mitigation, blocks: boolean, compiled: Compiled): number[] {
  const cuts: number[] = []
  for (const subject of on) {
    if (!('link' in subject)) addCutsAt(subject, blocks, compiled, cuts)
    else if (blocks) cuts.push(...arcsOfLink(compiled, subject.link))
  }
  // One subject alone names no arc twice.
  return on.length > 1 ? [...new Set(cuts)] : cuts
}

/** The arcs into, or out of, what lies at the subject; of a segment those across its border. */
function addCutsAt(
  subject: Exclude<MitigationSubject, { link: string }>,
  blocks: boolean,
  { graph, territory }: Compiled,
  cuts: number[],
): void {
  const { tail, head, outStart, inStart, inArcs } = graph
  const isSegment = 'segment' in subject
  const inside = territory.names(subject)
  for (const component of territory.named(subject)) {
    if (blocks) {
      const end = inStart[component + 1] as number
      for (let place = inStart[component] as number; place < end; place++) {
        const arc = inArcs[place] as number
        if (!isSegment || !inside(tail[arc] as number)) cuts.push(arc)
      }
      if (!isSegment) continue
    }
    const end = outStart[component + 1] as number
    for (let arc = outStart[component] as number; arc < end; arc++) {
      if (!isSegment || !inside(head[arc] as number)) cuts.push(arc)
    }
  }
}
