import { normalise } from '../../model/normalise.ts'
import type { Link, Mitigation, Model } from '../../model/records.ts'
import { analyseCore } from '../analyse.ts'
import type { AnalyseOptions, CoreResult } from '../result.ts'

/**
 * AN12 and AN13 by changing the model itself and analysing it anew: a cut is a mitigation in force, a link cut is a link
 * left out, and of all plans each is tried. Takes the core for granted, which has an oracle of its own.
 */

const analyse = (model: Model, options: AnalyseOptions) => analyseCore(normalise(model), options)

const severities = ({ exposures }: CoreResult) =>
  new Map(exposures.map(({ risk, target, kind }) => [`${risk} ${target}`, { target, kind }]))

function cleared(before: CoreResult, after: CoreResult, except?: string) {
  const left = severities(after)
  let [taken, reached] = [0, 0]
  for (const [exposure, { target, kind }] of severities(before)) {
    if (target === except || left.get(exposure)?.kind === kind) continue
    if (kind === 'taken') taken++
    else reached++
  }
  return { taken, reached }
}

type Counted = { id: string; taken: number; reached: number }
const inOrder = (all: Counted[]) =>
  all
    .filter(({ taken, reached }) => taken + reached > 0)
    .sort((a, b) => b.taken - a.taken || b.reached - a.reached || (a.id < b.id ? -1 : 1))

const withoutLinks = (model: Model, leftOut: (link: Link) => boolean): Model => {
  // Links stay as records of no kind, so that a mitigation of one keeps something to name.
  const links = model.links.map((link) => (leftOut(link) ? { ...link, carries: 'none' as const } : link))
  return { ...model, links }
}

export function chokeOracle(model: Model, options: AnalyseOptions) {
  const before = analyse(model, options)
  const components = model.components.map(({ id }) => {
    const rest = withoutLinks(model, ({ from, to }) => from === id || to === id)
    return { id, ...cleared(before, analyse(rest, options), id) }
  })
  const links = model.links.map(({ id }) => {
    return {
      id,
      ...cleared(
        before,
        analyse(
          withoutLinks(model, (link) => link.id === id),
          options,
        ),
      ),
    }
  })
  return { components: inOrder(components), links: inOrder(links) }
}

/** Every smallest set of links that separates, sorted, with what stays held when it is cut. */
export function separatingOracle(
  model: Model,
  options: AnalyseOptions,
): { links: string[]; held: readonly string[] }[] {
  const targets = analyse(model, options).targets
  const rest = withoutLinks(model, () => true)
  const heldAnyway = new Set(analyse(rest, options).held)
  const ids = model.links.map(({ id }) => id).sort()
  for (let size = 0; ; size++) {
    const found = subsets(ids, size)
      .map((links) => ({
        links,
        held: analyse(
          withoutLinks(model, ({ id }) => links.includes(id)),
          options,
        ).held,
      }))
      .filter(({ held }) => held.every((id) => heldAnyway.has(id) || !targets.includes(id)))
    if (found.length > 0) return found
  }
}

function subsets<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]]
  return items.flatMap((item, index) =>
    subsets(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]),
  )
}

const withStatuses = (model: Model, ids: readonly string[], status: Mitigation['status']): Model => ({
  ...model,
  mitigations: model.mitigations.map((one) => (ids.includes(one.id) ? { ...one, status } : one)),
})

const COUNTING = {
  inherent: [],
  assured: ['verified'],
  current: ['verified', 'implemented'],
  target: ['verified', 'implemented', 'planned'],
} as const satisfies Record<string, readonly Mitigation['status'][]>

export function whatIfOracle(model: Model, options: AnalyseOptions) {
  const scenario = options.scenario ?? model.meta.policy.scenario
  const before = analyse(model, options)
  const isCounting = ({ status }: Mitigation) => (COUNTING[scenario] as readonly string[]).includes(status)
  const possible = model.mitigations.filter(
    (one) => !isCounting(one) && one.status !== 'rejected' && one.status !== 'retired',
  )
  const counting = model.mitigations.filter(isCounting).map(({ id }) => id)
  /** With exactly these mitigations counting, whatever the scenario. */
  const force = (ids: readonly string[]): CoreResult => {
    const rejected = withStatuses(
      model,
      model.mitigations.map(({ id }) => id),
      'rejected',
    )
    return analyse(withStatuses(rejected, ids, 'verified'), { ...options, scenario: 'assured' })
  }
  const takenIn = ({ exposures }: CoreResult) =>
    exposures.filter(({ kind }) => kind === 'taken').map(({ risk, target }) => `${risk} ${target}`)
  const possibleIds = possible.map(({ id }) => id)
  const least = takenIn(force([...counting, ...possibleIds]))
  const efforts = Array.from({ length: possibleIds.length + 1 }, (_, size) => subsets(possible, size))
    .flat()
    .filter((some) => takenIn(force([...counting, ...some.map(({ id }) => id)])).length === least.length)
    .map((some) => ({ effort: some.reduce((sum, { effort }) => sum + (effort ?? 1), 0), size: some.length }))
    .sort((a, b) => a.effort - b.effort || a.size - b.size)
  return {
    mitigations: inOrder(possible.map(({ id }) => ({ id, ...cleared(before, force([...counting, id])) }))),
    loadBearing: counting
      .map((id) => {
        const without = force(counting.filter((other) => other !== id))
        const known = severities(before)
        const opens = [...severities(without)].filter(
          ([exposure, { kind }]) => known.get(exposure)?.kind !== kind,
        ).length
        return { id, opens }
      })
      .filter(({ opens }) => opens > 0)
      .sort((a, b) => b.opens - a.opens || (a.id < b.id ? -1 : 1)),
    plan: { ...efforts[0], remaining: least.length },
  }
}
