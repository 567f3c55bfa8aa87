import { dayAfter, lapsesOf } from '../src/core/analysis/review/lapses.ts'
import { componentName, linkName, riskTitle } from '../src/core/analysis/naming.ts'
import type { Coverage, CoreResult, CoverageState, Exposure } from '../src/core/analysis/result.ts'
import { recordIn } from '../src/core/model/lookup.ts'
import type { Model } from '../src/core/model/records.ts'
import { RATINGS } from '../src/core/model/terms.ts'

/** More than a person reads at a terminal; `--json` has them all. */
const MOST_EXPOSURES = 40

/** A result for a person to read: counts, exposures with their paths in names, the worst first, and coverage. */
export function summarise(model: Model, result: CoreResult): string {
  const { counts, policy, date, exposures, coverage, setAside } = result
  const worstFirst = exposures.toSorted(
    (a, b) =>
      RATINGS.indexOf(b.rating) - RATINGS.indexOf(a.rating) ||
      Number(b.kind === 'taken') - Number(a.kind === 'taken'),
  )
  const left = exposures.length - MOST_EXPOSURES
  return [
    `${plain(model.meta.title) || 'Untitled'}, ${policy.scenario} scenario, ${date}`,
    `${some(counts.components, 'component')} (${counts.held} held, ${counts.targets} critical), ${some(counts.links, 'link')}`,
    `${some(exposures.length, 'exposure')}: ${counts.taken} taken, ${counts.reached} reached; ${counts.accepted} of accepted risks`,
    ...worstFirst.slice(0, MOST_EXPOSURES).flatMap((exposure) => ['', ...exposureInWords(exposure, model)]),
    ...(left > 0 ? ['', `… and ${left} more; --json lists them all.`] : []),
    '',
    coverageInWords(coverage),
    ...lapsedInWords(model, date),
    ...(setAside.length > 0 ? ['', `${setAside.length} set aside; \`ringfence validate\` lists them.`] : []),
  ].join('\n')
}

function exposureInWords(exposure: Exposure, model: Model): string[] {
  const { risk, target, kind, rating, path, links, entry, accepted } = exposure
  const component = (id: string | undefined) => nameIn(model, 'components', id, componentName)
  const link = (id: string) => nameIn(model, 'links', id, linkName)
  const way = path.slice(1).map((id, hop) => ` —[${link(links[hop] ?? '')}]→ ${component(id)}`)
  return [
    `${rating.toUpperCase()}  ${component(target)} ${kind} through ${nameIn(model, 'risks', risk, riskTitle)}${accepted ? ' (accepted)' : ''}`,
    `  ${component(path[0])}${way.join('')}`,
    ...(entry === null ? [] : [`  entered from ${component(entry.component)} over ${link(entry.link)}`]),
  ]
}

function nameIn<K extends 'components' | 'links' | 'risks'>(
  model: Model,
  kind: K,
  id: string | undefined,
  name: (record: Model[K][number]) => string,
): string {
  const record = recordIn(model, kind, id ?? '')
  return record === undefined ? (id ?? '') : plain(name(record))
}

const STATES: readonly CoverageState[] = [
  'uncovered',
  'proposed',
  'planned',
  'partial',
  'accepted',
  'contained',
  'removed',
  'verified',
  'not-applicable',
  'closed',
]

function coverageInWords({ share, instances }: Coverage): string {
  if (instances.length === 0) return 'Coverage: no risks to cover.'
  const counts = STATES.map((state) => ({
    state,
    count: instances.filter((one) => one.state === state).length,
  }))
  const parts = counts.filter(({ count }) => count > 0).map(({ state, count }) => `${count} ${state}`)
  const percent = share === null ? 'nothing left to cover' : `${Math.floor(share * 100)} %`
  return `Coverage: ${percent} (${parts.join(', ')})`
}

/** Accepted risks whose time is over: they count as open, which somebody should know who accepted them. */
function lapsedInWords(model: Model, date: string): string[] {
  const over = lapsesOf(model, date).filter(({ what, overdue }) => what === 'acceptance' && overdue)
  if (over.length === 0) return []
  return [
    '',
    'Open again, since the acceptance has lapsed:',
    ...over.map(({ id, day }) => `  ${nameIn(model, 'risks', id, riskTitle)}, since ${dayAfter(day)}`),
  ]
}

/** `1 link`, `2 links`. */
export const some = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** Text from a file as one line without control characters, which a terminal would obey. */
export const plain = (text: string): string => text.replace(/\p{C}+/gu, ' ').trim()
