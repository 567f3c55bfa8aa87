import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Audits the whole page as it is; `where` names the audit where something is found. */
export async function expectNoFindings(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const findings = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
  )
  expect(findings, where).toEqual([])
}
