import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CheckResult } from '../core/analysis/checks/findings.ts'
import { runChecks } from '../core/analysis/checks/run-checks.ts'
import { nameExposures } from '../core/analysis/name-outcome.ts'
import { checkIn } from '../core/analysis/testing/check.ts'
import { normalisedOf } from '../core/analysis/testing/model-of.ts'
import { operatorModel } from '../core/analysis/testing/operator-model.ts'
import { randomModel } from '../core/analysis/testing/random-model.ts'
import { sketch } from '../core/analysis/testing/sketch.ts'
import { normalise, type Normalised } from '../core/model/normalise.ts'
import type { FromAnalysis } from './analysis-messages.ts'
import type { PlanAnswer, PlanRequest } from './plan-messages.ts'
import type { StartPlanner } from './plan-seeker.ts'
import { DATE, sit, solving } from './testing/sit.ts'
import { startThread } from './testing/start-here.ts'
import type { Pace } from './turns.ts'

const check = checkIn(process.env)

/** Every look at the clock is beyond the end of a turn: each step is a task of its own. */
function hurried(): Pace {
  let now = 0
  return { now: () => (now += 10), later: (work) => void setImmediate(work) }
}

const ONE = sketch({ links: 'a => b, b => t', critical: 't', footholds: 'a' })
const TWO = sketch({ links: 'a => b, b => t, b => u', critical: 't u', footholds: 'a' })
const LARGE = operatorModel({ components: 300, mitigations: 20, seed: 1 })
/** More exposures than a page takes. */
const TOO_LARGE = normalisedOf({
  vendors: [{ id: 'v' }],
  components: Array.from({ length: 320 }, (_, i) => ({ id: `c${i}`, vendor: 'v', criticality: 'critical' })),
  risks: Array.from({ length: 320 }, (_, i) => ({
    id: `r${i}`,
    on: { vendor: 'v' },
    propagation: 'foothold',
  })),
})

const saidOf = (heard: readonly FromAnalysis[], revision: number) =>
  heard.filter((each) => 'revision' in each && each.revision === revision && each.kind !== 'progress')
const kindsOf = (heard: readonly FromAnalysis[], revision: number) =>
  saidOf(heard, revision).map(({ kind }) => kind)
const ALL = ['first', 'separatingSet', 'changes', 'chokePoints']
const PATHS = { of: 'paths', risk: 'f-a', target: 'u', most: 5 } as const

test('of edits that wait the newest is answered, and no other', async () => {
  const { edit, until, heard } = sit()
  edit(ONE)
  edit(LARGE)
  edit(TWO)
  await until('chokePoints')
  expect(heard.map((each) => ('revision' in each ? each.revision : null))).toEqual([3, 3, 3, 3])
  expect(kindsOf(heard, 3)).toEqual(ALL)
  expect(heard[0]).toMatchObject({ outcome: { counts: { taken: 2 } } })
})

test('an edit in the middle gives up the older one between two steps', async () => {
  const { edit, until, heard } = sit({ pace: hurried() })
  edit(LARGE)
  await until('first')
  edit(ONE)
  await until('chokePoints')
  expect(kindsOf(heard, 1)).toContain('first')
  expect(kindsOf(heard, 1)).not.toContain('chokePoints')
  expect(kindsOf(heard, 2)).toEqual(ALL)
})

test('what takes long says how far it is, in order', async () => {
  const { edit, until, heard } = sit({ pace: hurried() })
  edit(LARGE)
  await until('chokePoints')
  const told = heard.flatMap((each) => (each.kind === 'progress' ? [each] : []))
  const parts = ['routes', 'separatingSet', 'changes', 'chokePoints']
  const places = told.map(({ part, share }) => parts.indexOf(part) + share)
  expect(places.length).toBeGreaterThan(10)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(told.every(({ share }) => share >= 0 && share <= 1)).toBe(true)
})

check(
  '[AN14] an answer after patches is that to the whole model sent anew',
  fc.array(randomModel, { minLength: 2, maxLength: 5 }),
  40,
  async (models) => {
    const boards = models.map((model) => normalise(model))
    const [patched, anew] = [sit(), sit()]
    for (const board of boards) {
      const done = patched.until('chokePoints')
      patched.edit(board)
      await done
    }
    const done = anew.until('chokePoints')
    anew.edit(boards.at(-1) as Normalised)
    await done
    const said = (messages: readonly FromAnalysis[]) => messages.map((each) => ({ ...each, revision: 0 }))
    expect(said(saidOf(patched.heard, boards.length))).toEqual(said(saidOf(anew.heard, 1)))
    expect(anew.heard).toHaveLength(ALL.length)
  },
)

test('with something tried out, the answer is of that, and the board as it stands comes with it', async () => {
  const board = sketch({
    links: 'a => t',
    critical: 't',
    footholds: 'a',
    mitigations: [{ id: 'm', effect: 'blocks-propagation', on: [{ link: 'l1' }], status: 'planned' }],
  })
  const { edit, until } = sit()
  edit(board, new Map([['m', true]]))
  const { outcome, before } = await until('first')
  expect([outcome.counts.taken, before?.counts.taken]).toEqual([0, 1])
})

test('a board that is too large fails alone, with words for a person', async () => {
  const { edit, until, ask, plan } = sit()
  edit(TOO_LARGE)
  ask(PATHS)
  expect(await until('failed')).toMatchObject({ answered: false, reason: expect.stringMatching(/100,000/) })
  expect(await until('refused')).toMatchObject({ ask: 1, reason: expect.stringMatching(/100,000/) })
  expect((await plan()).answer).toEqual({ failed: expect.stringMatching(/100,000/) })
  edit(TWO)
  expect((await until('first')).outcome.counts.taken).toBe(2)
})

test('a question is about the newest edit, and waits until that is analysed', async () => {
  const { edit, until, ask } = sit()
  ask(PATHS)
  expect(await until('refused')).toMatchObject({ reason: 'Nothing has been analysed yet.' })
  edit(ONE)
  ask(PATHS)
  expect(await until('answer')).toMatchObject({ ask: 2, answer: [] })
  edit(TWO)
  ask(PATHS)
  edit(ONE)
  edit(TWO)
  expect(await until('answer')).toMatchObject({ ask: 3, answer: [{ source: 'a', links: ['l1', 'l3'] }] })
})

test('a question that comes to grief is refused, and the next is answered', async () => {
  const { edit, until, ask } = sit()
  edit(TWO)
  ask({ of: 'explanation', exposure: null as never })
  expect((await until('refused')).reason).not.toBe('')
  ask({ of: 'blast', component: 'b' })
  expect(await until('answer')).toMatchObject({ ask: 2, answer: { component: 'b', held: true } })
})

test('what takes long is given up once the board has changed', async () => {
  const { edit, until, ask } = sit()
  edit(ONE)
  await until('first')
  ask({ of: 'burn-down' })
  edit(TWO)
  expect(await until('refused')).toMatchObject({ ask: 1, reason: 'The board has changed since.' })
  ask({ of: 'burn-down' })
  expect(await until('answer')).toMatchObject({ ask: 2, answer: { points: [{ date: DATE, taken: 2 }] } })
})

test('the checks are those of the board as it was analysed, over a channel, though the columns have been handed over', async () => {
  const { edit, until, ask } = sit()
  edit(LARGE)
  const { outcome } = await until('first')
  ask({ of: 'checks' })
  const { answer } = await until('answer')
  const exposures = nameExposures(outcome.exposures, LARGE.model)
  expect(exposures.length).toBeGreaterThan(0)
  expect(answer).toEqual(runChecks(LARGE.model, { date: DATE, exposures }))
})

test('the checks go by what is tried out, and fixes and waivers come across', async () => {
  const board = normalisedOf({
    segments: [{ id: 's' }],
    components: [
      { id: 'a', name: 'Old router', supportEnd: '2027-01-01', removal: '2028-01-01' },
      { id: 't', name: 'Core', criticality: 'critical', thirdParty: false },
    ],
    links: [{ id: 'l', from: 'a', to: 't', carries: 'control' }],
    risks: [{ id: 'r', title: 'Builds', on: { component: 'a' }, propagation: 'foothold' }],
    mitigations: [
      { id: 'm', effect: 'blocks-propagation', treats: ['r'], on: [{ link: 'l' }], status: 'planned' },
    ],
    waivers: [{ id: 'w', check: 'chk-logging', on: [], reason: 'Elsewhere', by: 'Ann' }],
  })
  const { edit, until, ask } = sit()
  const checks = async (switched: ReadonlyMap<string, boolean> | null) => {
    edit(board, switched)
    ask({ of: 'checks' })
    return (await until('answer')).answer as CheckResult
  }
  const asItStands = await checks(null)
  expect(asItStands.findings.map(({ check: id }) => id)).toEqual(['chk-unmitigated-path', 'chk-support-term'])
  expect(asItStands.findings[1]?.fix?.changes).toEqual([
    { kind: 'components', id: 'a', fields: { removal: '2027-01-01' } },
  ])
  expect(asItStands.waived).toMatchObject([{ waiver: 'w', until: null }])
  const tried = await checks(new Map([['m', true]]))
  expect(tried.findings.map(({ check: id }) => id)).toEqual(['chk-support-term'])
})

const PLANNED = sketch({
  links: 'a => t',
  critical: 't',
  footholds: 'a',
  mitigations: [{ id: 'm', effect: 'blocks-propagation', on: [{ link: 'l1' }], status: 'planned' }],
})
const DYING = {
  'throws when it is loaded': `throw new Error('not today')`,
  'ends in the middle': `require('node:worker_threads').parentPort.once('message', () => process.exit(3))`,
}

test.each(Object.entries(DYING))(
  'a plan worker that %s is a plan that failed; the next is sought anew',
  async (_, script) => {
    const starts: StartPlanner[] = [startThread(script), solving]
    const { edit, until, plan } = sit({
      planner: (...told) => (starts.shift() as StartPlanner)(...told),
    })
    edit(PLANNED)
    await until('first')
    expect(await plan()).toEqual({
      kind: 'plan',
      search: 1,
      answer: { failed: expect.stringMatching(/not today|ended \(3\)/) },
    })
    expect((await plan()).answer).toMatchObject({ plan: { mitigations: ['m'], minimal: true }, final: true })
  },
)

test('a search goes on through an edit until the next one, which is of the newest edit', async () => {
  const silent = startThread<PlanRequest, PlanAnswer>(
    `require('node:worker_threads').parentPort.on('message', () => {})`,
  )
  const starts: StartPlanner[] = [silent, solving]
  const { edit, until, plan, heard } = sit({
    planner: (...told) => (starts.shift() as StartPlanner)(...told),
  })
  edit(ONE)
  await until('first')
  const planned = plan()
  edit(PLANNED)
  void plan()
  expect(await planned).toMatchObject({ search: 2, answer: { plan: { mitigations: ['m'] }, final: true } })
  expect(heard.filter(({ kind }) => kind === 'plan')).toHaveLength(1)
})

test('a search that is ended before its board is analysed never begins', async () => {
  let begun = 0
  const { edit, until, plan, endPlan } = sit({
    planner: (...told) => {
      begun++
      return solving(...told)
    },
  })
  edit(PLANNED)
  void plan()
  endPlan()
  await until('chokePoints')
  expect(begun).toBe(0)
})
