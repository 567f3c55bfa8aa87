import type { Compiled } from './compile.ts'
import { addCredit, type Credit, type Effects } from './credit.ts'
import { type ClassMarks, growMarks } from './grow-marks.ts'
import { makeHeldGrowth } from './grow-held.ts'
import { type Standing, sourcesOf } from './held.ts'
import { AT_ONCE, spread } from './recount.ts'
import { type RiskClass, riskClasses } from './risk-classes.ts'

/**
 * AN13: how many exposures would appear or turn from reached to taken without the effects of one mitigation that counts.
 * Taking it away only ever adds (AN15), so that all grows from what is there and nothing is found anew. `credit`, in
 * which those effects have to be, comes back as it was.
 */
export function makeGrowth(
  credit: Credit,
  standing: Standing,
  compiled: Compiled,
): (effects: Effects) => number {
  const { instanceComponent } = compiled
  const classes = riskClasses(compiled)
  const classOf = new Int32Array(instanceComponent.length).fill(-1)
  classes.forEach(({ risk }, number) => classOf.fill(number, risk.first, risk.end))
  const { grow, isStep } = makeHeldGrowth(credit, standing, classes, compiled)
  const groups = markClasses(classes, standing, compiled)
  return (effects) => {
    addCredit(credit, effects, -1)
    const growth = grow(
      effects.cuts.filter((arc) => credit.cuts[arc] === 0),
      effects.removals
        .filter((instance) => classOf[instance] !== -1 && credit.removals[instance] === 0)
        .map((instance) => ({
          class: classOf[instance] as number,
          component: instanceComponent[instance] as number,
        })),
    )
    let opens = 0
    for (const group of groups)
      for (const worse of growMarks(group, growth, isStep, credit, compiled))
        for (let bit = 0; bit < AT_ONCE; bit++)
          if ((worse >>> bit) & 1) opens += classes[group.first + bit]?.size ?? 0
    growth.takeBack()
    addCredit(credit, effects, 1)
    return opens
  }
}

function markClasses(classes: readonly RiskClass[], standing: Standing, compiled: Compiled): ClassMarks[] {
  const groups: ClassMarks[] = []
  for (let first = 0; first < classes.length; first += AT_ONCE) {
    const sets = classes.slice(first, first + AT_ONCE).map(({ risk }) => sourcesOf(risk, standing, compiled))
    groups.push({ first, marks: spread(sets, standing, compiled) })
  }
  return groups
}
