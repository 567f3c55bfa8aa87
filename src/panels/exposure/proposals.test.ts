import { expect, test } from 'vitest'
import { analyseCore, makeEngine } from '../../core/analysis/analyse.ts'
import { explainExposure } from '../../core/analysis/explain.ts'
import type { Explanation } from '../../core/analysis/explanation.ts'
import { normalisedOf, type Parts } from '../../core/analysis/testing/model-of.ts'
import { cutOf, isThere, type Proposal, removalOf } from './proposals.ts'

const date = '2026-01-01'
// A held manager takes the UDM; the weakness of the portal lets the manager into it, and it controls the HSS.
const parts: Parts = {
  vendors: [{ id: 'v', name: 'Acme' }],
  components: [
    { id: 'ems', name: 'Manager', vendor: 'v', criticality: 'low' },
    { id: 'portal', name: 'Portal', criticality: 'low' },
    { id: 'hss', name: 'HSS', criticality: 'critical' },
  ],
  links: [
    { id: 'a', from: 'ems', to: 'portal', carries: 'access' },
    { id: 'b', from: 'portal', to: 'hss', carries: 'control' },
  ],
  risks: [
    {
      id: 'r1',
      title: 'Builds',
      category: 'vr-dev-compromise',
      on: { vendor: 'v' },
      propagation: 'foothold',
    },
    { id: 'r2', category: 'vr-unsupported-os', on: { component: 'portal' }, propagation: 'weakness' },
  ],
}

function explain(some: Parts): Explanation | null {
  const normalised = normalisedOf(some)
  const { model } = normalised
  const exposure = analyseCore(normalised, { date }).exposures.find(
    ({ risk, target }) => risk === 'r1' && target === 'hss',
  )
  return exposure === undefined
    ? null
    : explainExposure(exposure, makeEngine()(model, { date }), model.vendors)
}

/** Whether the exposure is there once the proposal counts. */
function endsIt(proposal: Proposal | null): boolean {
  const normalised = normalisedOf({
    ...parts,
    mitigations: [{ id: 'm', ...proposal, status: 'implemented' }],
  })
  const { exposures } = analyseCore(normalised, { date })
  return !exposures.some(({ risk, target }) => risk === 'r1' && target === 'hss')
}

const { model } = normalisedOf(parts)

test('whatever is offered to remove the risk ends the exposure once it counts', () => {
  const { risk } = explain(parts) as Explanation
  expect(risk.options.length).toBeGreaterThan(0)
  for (const option of risk.options) {
    const proposal = removalOf(model, 'r1', option)
    expect(proposal).toMatchObject({ treats: ['r1'], on: [{ vendor: 'v' }] })
    expect(endsIt(proposal)).toBe(true)
  }
})

test('whatever is offered to cut a step ends the exposure once it counts, and covers no more than it has to', () => {
  const { hops } = explain(parts) as Explanation
  const offered = hops.flatMap((hop) => hop.options.map((option) => ({ hop, option })))
  expect(offered.length).toBeGreaterThan(0)
  for (const { hop, option } of offered) {
    const proposal = cutOf('r1', hop, option)
    const on = option.effect === 'contains-node' ? { component: hop.from.id } : { link: hop.link.id }
    expect(proposal.on).toEqual([on])
    expect(endsIt(proposal)).toBe(true)
  }
})

test('whatever is offered to remove a weakness on the way ends the exposure once it counts', () => {
  const [hop] = (explain(parts) as Explanation).hops
  const options = hop?.weaknesses[0]?.options ?? []
  expect(options.length).toBeGreaterThan(0)
  for (const option of options) {
    const proposal = removalOf(model, 'r2', option)
    expect(proposal).toMatchObject({ treats: ['r2'], on: [{ component: 'portal' }] })
    expect(endsIt(proposal)).toBe(true)
  }
})

test('a risk that is gone cannot be treated', () => {
  expect(removalOf(model, 'gone', { control: 'x', title: 'X', effect: 'removes-risk' })).toBeNull()
})

test('what is on the board already is known by control, risk and place together', () => {
  const proposal: Proposal = { control: 'mit-repeatable-build', treats: ['r1'], on: [{ vendor: 'v' }] }
  const having = (mitigation: Readonly<Record<string, unknown>>) =>
    isThere(
      normalisedOf({ ...parts, mitigations: [{ id: 'm', ...proposal, ...mitigation }] }).model,
      proposal,
    )
  expect(having({ status: 'proposed' })).toBe(true)
  expect(having({ control: null })).toBe(false)
  expect(having({ treats: ['r2'] })).toBe(false)
  expect(having({ on: [{ component: 'ems' }] })).toBe(false)
})
