import { describe, expect, test } from 'vitest'
import type { Normalised } from '../model/normalise.ts'
import { compile } from './compile.ts'
import { countingCredit } from './credit.ts'
import { standingUnder } from './held.ts'
import { describePlan, findPlan, type PlanTask, posePlan } from './plan.ts'
import { addOptions } from './plan-options.ts'
import { clearsGoals, takenUnder } from './plan-goals.ts'
import { provenPlan, type Solver, withProvenPlan } from './plan-proof.ts'
import { planRemains } from './plan-remains.ts'
import { analyse } from './analyse-whole.ts'
import { checkIn } from './testing/check.ts'
import { operatorModel } from './testing/operator-model.ts'
import { whatIfOracle } from './testing/oracle-cuts.ts'
import { randomPlans } from './testing/random-plans.ts'
import { sketch, type Sketch } from './testing/sketch.ts'

const TODAY = { date: '2026-11-23' }
const check = checkIn(process.env)

function pose({ model }: Normalised): PlanTask {
  const compiled = compile(model, TODAY)
  return posePlan(countingCredit(compiled), compiled)
}

const planOf = (said: Sketch) => {
  const { model } = sketch(said)
  const compiled = compile(model, TODAY)
  return findPlan(countingCredit(compiled), compiled)
}

type Fields = Record<string, unknown>
const possibly = (id: string, fields: Fields) => ({ id, status: 'planned', ...fields })
const block = (id: string, link: string, fields: Fields = {}) =>
  possibly(id, { effect: 'blocks-propagation', on: [{ link }], ...fields })
const remove = (id: string, treats: string[], fields: Fields = {}) =>
  possibly(id, { effect: 'removes-risk', treats, on: [], ...fields })

describe('what a plan has to clear', () => {
  test.each<[string, Sketch, string, number]>([
    [
      'a target that stays taken through one risk is cleared through another',
      {
        links: 'l1: a => t, l2: b => t',
        footholds: 'a b',
        mitigations: [block('m1', 'l1')],
      },
      'm1',
      1,
    ],
    [
      'so it is where the attacks share all of their way but the beginning',
      {
        links: 'l1: a => m, l2: b => m, l3: m => t',
        footholds: 'a b',
        mitigations: [block('m1', 'l1', { effort: 2 }), remove('m2', ['f-a'])],
      },
      'm2',
      1,
    ],
    [
      'and where it is itself a source of what remains',
      { links: 'l1: a => t', footholds: 'a t', mitigations: [block('m1', 'l1')] },
      'm1',
      1,
    ],
    [
      'to remove a foothold ends a source, and what leads on from there alone',
      {
        links: 'l1: a => b, l2: b => t',
        footholds: 'a b',
        mitigations: [remove('m1', ['f-a']), remove('m2', ['f-b']), block('m3', 'l2', { effort: 3 })],
      },
      'm1 m2',
      0,
    ],
    [
      'access is no step any more when the weakness is gone',
      {
        links: 'l1: a -> b, l2: b => t',
        footholds: 'a',
        weaknesses: 'b',
        mitigations: [remove('m1', ['w-b'])],
      },
      'm1',
      0,
    ],
    [
      'a component is weak while any of its weaknesses is live',
      {
        links: 'l1: a -> b, l2: b => t',
        footholds: 'a',
        weaknesses: 'b',
        risks: [{ id: 'w2', on: { component: 'b' }, propagation: 'weakness' }],
        mitigations: [remove('m1', ['w-b']), remove('m2', ['w2']), block('m3', 'l1', { effort: 1.5 })],
      },
      'm3',
      0,
    ],
    [
      'a weakness that cannot be entered is no source, wherever the way in was held from',
      {
        links: 'l1: a => b, l2: b -> w, l3: w => t',
        footholds: 'a',
        weaknesses: 'w',
        mitigations: [block('m1', 'l1'), block('m3', 'l3', { effort: 2 })],
      },
      'm1',
      0,
    ],
    [
      'a weakness is entered from an untrusted component that nobody holds',
      {
        links: 'l1: a => x, l2: x -> t, l3: x => t',
        footholds: 'a',
        untrusted: 'x',
        weaknesses: 't',
        mitigations: [block('m1', 'l1', { effort: 3 }), block('m2', 'l2'), block('m3', 'l3')],
      },
      'm2 m3',
      0,
    ],
    [
      'an untrusted component that is not held has no control steps',
      {
        links: 'l1: a => x, l2: x => t',
        footholds: 'a',
        untrusted: 'x',
        mitigations: [block('m1', 'l1'), block('m2', 'l2', { effort: 2 })],
      },
      'm1',
      0,
    ],
    [
      'what is held without any risk under `access: assume` is not taken',
      {
        policy: { access: 'assume' },
        links: 'l1: x -> t, l2: a => t',
        untrusted: 'x',
        footholds: 'a',
        mitigations: [block('m2', 'l2')],
      },
      'm2',
      0,
    ],
    [
      'under `access: assume` a weakness is a source all the same',
      {
        policy: { access: 'assume' },
        links: 'l1: x -> w, l2: w => t',
        untrusted: 'x',
        weaknesses: 'w',
        mitigations: [remove('m1', ['w-w']), block('m2', 'l2', { effort: 2 })],
      },
      'm1',
      0,
    ],
    [
      'reached exposures are no goals',
      { links: 'l1: a -> t', footholds: 'a', mitigations: [block('m1', 'l1')] },
      '',
      0,
    ],
  ])('[AN13] %s', (_, said, mitigations, remaining) => {
    const plan = planOf({ critical: 't', ...said })
    expect(plan.mitigations.join(' ')).toBe(mitigations)
    expect(plan).toMatchObject({ minimal: true, remaining })
  })
})

describe('what a plan costs', () => {
  const oneWay = { links: 'l1: a => b, l2: b => t', critical: 't', footholds: 'a' }
  test.each<[string, Fields[], string, number]>([
    ['null counts 1', [block('m1', 'l1', { effort: null }), block('m2', 'l1', { effort: 1.5 })], 'm1', 1],
    [
      'nothing is less than a little',
      [block('m1', 'l1', { effort: 0.001 }), block('m2', 'l2', { effort: 0 })],
      'm2',
      0,
    ],
    ['fractions add up', [block('m1', 'l1', { effort: 0.3 }), block('m2', 'l2', { effort: 0.1 })], 'm2', 0.1],
    [
      'of many that cut the same arc, the least',
      [3, 1, 2].map((effort, i) => block(`m${i}`, 'l1', { effort })),
      'm1',
      1,
    ],
    ['of equal ones, one', [block('m1', 'l1', { effort: 0 }), block('m2', 'l2', { effort: 0 })], 'm1', 0],
    [
      'a third and whole ones',
      [block('m1', 'l1', { effort: 1 / 3 }), block('m2', 'l2', { effort: 1 })],
      'm1',
      0.333333,
    ],
    [
      'very much and very little',
      [block('m1', 'l1', { effort: 1e300 }), block('m2', 'l2', { effort: 1e-300 })],
      'm2',
      0,
    ],
  ])('[AN13] [MO2] %s', (_, mitigations, expected, effort) => {
    const plan = planOf({ ...oneWay, mitigations })
    expect(plan.mitigations.join(' ')).toBe(expected)
    expect(plan).toMatchObject({ effort, minimal: true })
  })

  test('[AN13] of plans of equal effort the one of fewest mitigations, efforts being added exactly', () => {
    const said = { links: 'l1: a => t, l2: b => t', critical: 't', footholds: 'a b' }
    const mitigations = [
      block('m1', 'l1', { effort: 0.1 }),
      block('m2', 'l2', { effort: 0.2 }),
      possibly('m3', { effect: 'blocks-propagation', on: [{ component: 't' }], effort: 0.3 }),
    ]
    expect(planOf({ ...said, mitigations })).toMatchObject({
      mitigations: ['m3'],
      effort: 0.3,
      minimal: true,
    })
  })
})

describe('what remains, and why', () => {
  test('[AN13] each exposure that stays taken, with the path that is left when all count', () => {
    const said = { links: 'l1: a => t, l2: a => b, l3: b => t', critical: 't', footholds: 'a' }
    const remains = planRemains(pose(sketch({ ...said, mitigations: [block('m1', 'l1')] })))
    expect(remains).toMatchObject([{ risk: 'f-a', target: 't', kind: 'taken', path: ['a', 'b', 't'] }])
  })

  check('[AN13] as many as the plan says', randomPlans, 150, (model) => {
    const task = pose(model)
    expect(planRemains(task)).toHaveLength(describePlan(task.cut, task).remaining)
  })
})

describe('the quick plan', () => {
  check('[AN13] clears every goal, and no plan is cheaper than its bound', randomPlans, 300, (model) => {
    const task = pose(model)
    const { cut, goals, options, credit, compiled } = task
    expect(clearsGoals(cut.chosen, goals, options, credit, compiled)).toBe(true)
    const plan = describePlan(cut, task)
    const { effort = 0, size, remaining } = whatIfOracle(model.model, TODAY).plan
    expect(plan.remaining).toBe(remaining)
    expect(plan.effort).toBeGreaterThanOrEqual(effort)
    expect(plan.lowerBound ?? plan.effort).toBeLessThanOrEqual(effort)
    if (plan.minimal) expect([plan.effort, plan.mitigations.length]).toEqual([effort, size])
  })

  test('[AN13] costs less than always adding what clears the most, by itself or for its effort', () => {
    const tasks = [1, 2, 3].map((seed) => pose(operatorModel({ components: 500, mitigations: 40, seed })))
    const total = (effortOf: (task: PlanTask) => number) =>
      tasks.reduce((sum, task) => sum + effortOf(task), 0)
    const quick = total((task) => describePlan(task.cut, task).effort)
    expect(quick).toBeLessThan(total((task) => marginalEffort(task, (effort) => effort)))
    expect(quick).toBeLessThan(total((task) => marginalEffort(task, () => 1)) / 2)
  })
})

/** The effort of a plan made by always adding what clears the most goals by some measure of its effort. */
function marginalEffort(task: PlanTask, measure: (effort: number) => number): number {
  const { options, goals, credit, compiled } = task
  const effortOf = (option: number) => options.list[option]?.mitigation.record.effort ?? 1
  const openGoals = (chosen: readonly number[]) => {
    addOptions(credit, chosen, options, 1)
    const taken = takenUnder(standingUnder(credit, compiled), compiled)
    addOptions(credit, chosen, options, -1)
    return taken.filter((one, pair) => one === 1 && goals.goals[pair] === 1).length
  }
  const chosen: number[] = []
  for (let open = openGoals(chosen); open > 0; open = openGoals(chosen)) {
    const others = [...options.list.keys()].filter((option) => !chosen.includes(option))
    const gains = others.map((option) => (open - openGoals([...chosen, option])) / measure(effortOf(option)))
    chosen.push(others[gains.indexOf(Math.max(...gains))] ?? 0)
  }
  return chosen.reduce((sum, option) => sum + effortOf(option), 0)
}

describe('a solver', () => {
  /** Three ways, and three mitigations of which each cuts two: the quick bound is short of every plan. */
  const triangle = sketch({
    links: 'l1: a => t, l2: b => t, l3: c => t',
    critical: 't',
    footholds: 'a b c',
    mitigations: [
      ['m1', 'l1', 'l2'],
      ['m2', 'l2', 'l3'],
      ['m3', 'l1', 'l3'],
    ].map(([id = '', ...links]) =>
      possibly(id, { effect: 'blocks-propagation', on: links.map((link) => ({ link })), effort: 2 }),
    ),
  })
  const quick = { mitigations: ['m1', 'm2'], effort: 4, minimal: false, remaining: 0, lowerBound: 2 }
  const answering =
    (values: readonly number[] | null, bound: number): Solver =>
    () =>
      Promise.resolve({ values, bound })

  test('[AN13] is asked only where the quick plan is not proven', async () => {
    const refuse: Solver = () => Promise.reject(new Error('asked'))
    const proven = pose(
      sketch({ links: 'l1: a => t', critical: 't', footholds: 'a', mitigations: [block('m1', 'l1')] }),
    )
    expect((await provenPlan(proven, refuse)).minimal).toBe(true)
    await expect(provenPlan(pose(triangle), refuse)).rejects.toThrow('asked')
  })

  test.each<[string, Solver, Fields]>([
    ['a bound alone can prove the quick plan', answering(null, 10), { minimal: true }],
    ['a bound that rounding fell short of counts in full', answering(null, 9.0001), { minimal: true }],
    ['a bound that the plan refutes is worth nothing', answering(null, 11), quick],
    ['no bound is none', answering(null, -Infinity), quick],
    ['a better bound alone is kept', answering(null, 8), { ...quick, lowerBound: 4 }],
    ['a set that leaves a goal is refused', answering([1, 0, 0], 5), { ...quick, lowerBound: 2 }],
    [
      'one that needs less than it says is made smaller',
      answering([1, 1, 1], 10),
      { mitigations: ['m1', 'm2'], minimal: true },
    ],
    [
      'of equal plans the quick one stays',
      answering([0, 1, 1], 10),
      { mitigations: ['m1', 'm2'], minimal: true },
    ],
  ])('[AN13] %s', async (_, solve, expected) => {
    const task = pose(triangle)
    expect(describePlan(task.cut, task)).toEqual(quick)
    expect(await provenPlan(task, solve)).toMatchObject(expected)
  })

  test('[AN13] the whole result takes the proven plan in', async () => {
    const result = analyse(triangle, TODAY)
    expect(result.whatIf.plan).toEqual(quick)
    const proven = await withProvenPlan(result, triangle.model, answering([0, 1, 1], 10))
    expect(proven.whatIf).toEqual({
      ...result.whatIf,
      plan: { mitigations: ['m1', 'm2'], effort: 4, minimal: true, remaining: 0 },
    })
  })
})
