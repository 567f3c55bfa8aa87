import type { Finding } from '../../core/analysis/checks/findings.ts'
import { checkById } from '../../core/catalogue/checks.ts'
import type { DesignCheck } from '../../core/catalogue/types.ts'

export type CheckGroup = Readonly<{ check: DesignCheck; findings: readonly Finding[] }>

/** Findings by their check, in the order in which they come (worst first), as far as they have what is looked for. */
export function groupFindings(findings: readonly Finding[], search: string): readonly CheckGroup[] {
  const wanted = search.trim().toLowerCase()
  const groups = new Map<string, { check: DesignCheck; findings: Finding[] }>()
  for (const finding of findings) {
    const check = checkById(finding.check)
    if (check === null || !`${check.title} ${finding.words}`.toLowerCase().includes(wanted)) continue
    const group = groups.get(check.id)
    if (group === undefined) groups.set(check.id, { check, findings: [finding] })
    else group.findings.push(finding)
  }
  return [...groups.values()]
}
