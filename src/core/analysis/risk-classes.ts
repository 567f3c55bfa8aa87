import { type Compiled, type CompiledRisk, instanceAt } from './compile.ts'

/** Risks that have the same sources, whatever single counting mitigation is taken away: the first, and how many. */
export type RiskClass = Readonly<{ risk: CompiledRisk; size: number }>

/** All that could have sources, by what they apply to, how they propagate and which counting mitigations remove them. */
export function riskClasses({ risks, mitigations }: Compiled): RiskClass[] {
  const removers = new Map<string, string[]>()
  for (const { record, effect, counts } of mitigations) {
    if (!counts || effect !== 'removes-risk') continue
    for (const id of record.treats) removers.set(id, [...(removers.get(id) ?? []), record.id])
  }
  const classes = new Map<string, RiskClass>()
  for (const risk of risks) {
    const { record, open, propagation } = risk
    if (!open || (propagation !== 'foothold' && propagation !== 'weakness')) continue
    const key = JSON.stringify([propagation, record.on, removers.get(record.id)])
    const known = classes.get(key)
    classes.set(key, known === undefined ? { risk, size: 1 } : { ...known, size: known.size + 1 })
  }
  return [...classes.values()]
}

/** The classes of weaknesses that are not removed at a component. */
export function weaknessesAt(
  component: number,
  classes: readonly RiskClass[],
  removals: Int32Array,
  compiled: Compiled,
): number[] {
  const there: number[] = []
  classes.forEach(({ risk }, of) => {
    if (risk.propagation !== 'weakness') return
    const instance = instanceAt(risk, component, compiled)
    if (instance !== -1 && removals[instance] === 0) there.push(of)
  })
  return there
}
