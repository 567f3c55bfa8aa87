import type { Mitigation, MitigationSubject, Risk, Vendor } from '../src/core/model/records.ts'
import { type Effect, EFFECTS, MITIGATION_STATUSES, type MitigationStatus } from '../src/core/model/terms.ts'
import type { Draft } from './operator-draft.ts'

const MITIGATIONS = 60
const COUNTING: ReadonlySet<MitigationStatus> = new Set(['implemented', 'verified'])
const CONTROLS: Readonly<Record<Effect, string>> = {
  'removes-risk': 'mit-repeatable-build',
  'blocks-propagation': 'mit-mgmt-segregation',
  'contains-node': 'mit-egress-block',
  reduces: 'mit-hardening',
  detects: 'mit-monitoring',
  recovers: 'mit-backup-restore',
  governs: 'mit-supplier-register',
}
const SMALL = ['link', 'component', 'zone'] as const
const ALL = ['link', 'component', 'vendor', 'zone', 'region'] as const

/** Every effect with every status; what counts already covers little, so that the network stays open. */
export function addMitigations(
  risks: readonly Risk[],
  vendors: readonly Vendor[],
  draft: Draft,
): Mitigation[] {
  const { random, newId, components, links, segments, zones, managers } = draft
  const regions = segments.filter((segment) => segment.kind === null)
  const inner = segments.filter(({ parent }) => parent !== null)
  const busy = [...managers.zone, ...managers.region, ...zones.flatMap((sites) => sites.slice(0, 2))]
  const subject = (scope: (typeof ALL)[number]): MitigationSubject => {
    switch (scope) {
      case 'link':
        return { link: random.pick(links).id }
      case 'component':
        return { component: components[random.pick(busy)]?.id ?? '' }
      case 'vendor':
        return { vendor: random.pick(vendors).id }
      case 'zone':
        return { segment: random.pick(inner).id }
      case 'region':
        return { segment: random.pick(regions).id }
    }
  }
  return Array.from({ length: MITIGATIONS }, (_, i): Mitigation => {
    const effect = EFFECTS[i % EFFECTS.length] as Effect
    const status = MITIGATION_STATUSES[i % MITIGATION_STATUSES.length] as MitigationStatus
    const counts = COUNTING.has(status)
    const scopes = counts ? SMALL : ALL
    const treated = random.sample(risks, 2)
    const scope = scopes[Math.floor(i / EFFECTS.length) % scopes.length] as (typeof ALL)[number]
    return {
      id: newId(),
      title: `Measure ${i}`,
      control: CONTROLS[effect],
      effect,
      treats: treated.map(({ id }) => id),
      on:
        effect === 'removes-risk' && !counts
          ? treated.map(whereverItIs)
          : [subject(scope), ...(i % 5 === 0 ? [subject('component')] : [])],
      status,
      effort: i % 4 === 0 ? null : 1 + random.below(8),
      due: null,
      owner: '',
      evidence: [],
    }
  })
}

const whereverItIs = ({ on }: Risk): MitigationSubject =>
  'vendor' in on ? { vendor: on.vendor } : { component: on.component }
