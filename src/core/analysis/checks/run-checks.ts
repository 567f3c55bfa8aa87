import { checkById } from '../../catalogue/checks.ts'
import { compareCodeUnits } from '../../model/order.ts'
import type { Model, Waiver } from '../../model/records.ts'
import { CRITICALITIES } from '../../model/terms.ts'
import type { Check } from './check.ts'
import type { CheckResult, Finding, Waived } from './findings.ts'
import { type CheckOptions, makeCheckNetwork } from './check-network.ts'
import { edgeCritical } from './edge-critical.ts'
import { edgePe } from './edge-pe.ts'
import { edgeSep } from './edge-sep.ts'
import { eol } from './eol.ts'
import { evidenceVersion } from './evidence-version.ts'
import { hrvCap } from './hrv-cap.ts'
import { hrvCore } from './hrv-core.ts'
import { hrvSite } from './hrv-site.ts'
import { liPath } from './li-path.ts'
import { logging } from './logging.ts'
import { mgmtCorp } from './mgmt-corp.ts'
import { mgmtE2e } from './mgmt-e2e.ts'
import { mgmtJump } from './mgmt-jump.ts'
import { mgmtPaw } from './mgmt-paw.ts'
import { mgmtVendorSeg } from './mgmt-vendor-seg.ts'
import { n32Ri } from './n32-ri.ts'
import { neEgress } from './ne-egress.ts'
import { sigUnfiltered } from './sig-unfiltered.ts'
import { singleVendor } from './single-vendor.ts'
import { supportTerm } from './support-term.ts'
import { unmitigatedPath } from './unmitigated-path.ts'
import { virtContainer } from './virt-container.ts'
import { virtSelf } from './virt-self.ts'
import { virtShare } from './virt-share.ts'

/** Every rule of the catalogue, in its order. */
export const CHECKS: readonly Check[] = [
  edgeCritical,
  edgeSep,
  edgePe,
  mgmtJump,
  mgmtPaw,
  mgmtVendorSeg,
  mgmtE2e,
  mgmtCorp,
  neEgress,
  virtSelf,
  virtShare,
  virtContainer,
  eol,
  supportTerm,
  evidenceVersion,
  hrvCore,
  hrvSite,
  hrvCap,
  singleVendor,
  sigUnfiltered,
  n32Ri,
  logging,
  liPath,
  unmitigatedPath,
]

const severity = ({ id }: Check) => CRITICALITIES.indexOf(checkById(id)?.severity ?? 'low')
/** CH3: the gravest first, then by id. */
const inOrder = CHECKS.toSorted((a, b) => severity(a) - severity(b) || compareCodeUnits(a.id, b.id))

/** Applies every rule to a normalised model (CH1 to CH4). */
export function runChecks(model: Model, options: CheckOptions): CheckResult {
  const network = makeCheckNetwork(model, options)
  const all = inOrder.flatMap(({ run }) =>
    run(network).toSorted((a, b) => compareLists(a.records, b.records)),
  )
  const waiverOf = waiversOn(model.waivers, options.date)
  const findings: Finding[] = []
  const waived: Waived[] = []
  for (const finding of all) {
    const waiver = waiverOf(finding)
    if (waiver === undefined) findings.push(finding)
    else waived.push({ finding, waiver: waiver.id, until: waiver.until })
  }
  return { findings, waived }
}

function compareLists(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareCodeUnits(a[i] ?? '', b[i] ?? '')
    if (order !== 0) return order
  }
  return a.length - b.length
}

/** CH2: without a reason and a person nothing is waived, and nothing beyond the last day. The smallest id is named. */
function waiversOn(waivers: readonly Waiver[], date: string): (finding: Finding) => Waiver | undefined {
  const valid = new Map<string, { waiver: Waiver; names: ReadonlySet<string> }[]>()
  for (const waiver of waivers) {
    const { check, on, reason, by, until } = waiver
    if (reason.trim() === '' || by.trim() === '' || (until !== null && until < date)) continue
    const known = valid.get(check)
    const named = { waiver, names: new Set(on) }
    if (known === undefined) valid.set(check, [named])
    else known.push(named)
  }
  const covers = (names: ReadonlySet<string>, records: readonly string[]) =>
    names.size === 0 || records.every((id) => names.has(id))
  return ({ check, records }) => valid.get(check)?.find(({ names }) => covers(names, records))?.waiver
}
