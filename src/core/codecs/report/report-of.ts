import type { Model } from '../../model/records.ts'
import type { SetAside } from '../../model/set-aside.ts'
import {
  type Block,
  type DrawnBoard,
  type ReportDocument,
  SECTION_IDS,
  SECTION_TITLES,
  type Section,
  type SectionId,
} from './document.ts'
import { type Grounds, groundsOf } from './grounds.ts'
import { withNotices } from './with-notices.ts'
import { acceptedRisksSection } from './sections/accepted-risks.ts'
import { checks } from './sections/checks.ts'
import { coverage } from './sections/coverage.ts'
import { diagram } from './sections/diagram.ts'
import { exposures } from './sections/exposures.ts'
import { method } from './sections/method.ts'
import { registers } from './sections/registers.ts'
import { setAsideSection } from './sections/set-aside.ts'
import { signOffs } from './sections/sign-offs.ts'
import { summary } from './sections/summary.ts'
import { vendorProfiles } from './sections/vendors.ts'
import { shortened } from './shortened.ts'

export type ReportOptions = Readonly<{
  /** The day to judge by, `YYYY-MM-DD`. */
  date: string
  /** In any order; they stand in that of `SECTION_IDS`. */
  sections: readonly SectionId[]
  picture: DrawnBoard | null
  /** What was set aside before, where the model is a normalised one. */
  setAside?: readonly SetAside[]
  /** Rows that one table has at most; what is left out is told. */
  mostRows?: number
}>

/** More rows than this in one table and a document cannot be opened any more, let alone read. */
const MOST_ROWS = 50_000

/**
 * A board as a document for people, all of it: what is exposed and why, what is done about it, what was decided by whom, and how
 * far it can be trusted. Pure and total: the same model and options give the same document.
 */
export function reportOf(model: Model, options: ReportOptions): ReportDocument {
  const { date, sections, mostRows = MOST_ROWS } = options
  const grounds = groundsOf(model, options)
  const { title, description, jurisdiction, policy } = grounds.model.meta
  const document: ReportDocument = {
    title: title.trim() === '' ? 'Untitled board' : title,
    description,
    date,
    facts: [
      { term: 'As of', says: [date] },
      { term: 'Scenario', says: [policy.scenario] },
      ...(jurisdiction === null || jurisdiction.trim() === ''
        ? []
        : [{ term: 'Jurisdiction', says: [jurisdiction] }]),
    ],
    sections: SECTION_IDS.filter((id) => sections.includes(id)).map((id) => sectionOf(id, grounds, options)),
  }
  return shortened(withNotices(document), mostRows)
}

const sectionOf = (id: SectionId, grounds: Grounds, { picture }: ReportOptions): Section => ({
  id,
  title: SECTION_TITLES[id],
  blocks: blocksOf(id, grounds, picture),
})

function blocksOf(id: SectionId, grounds: Grounds, picture: ReportOptions['picture']): Block[] {
  switch (id) {
    case 'summary':
      return summary(grounds)
    case 'diagram':
      return diagram(grounds, picture)
    case 'exposures':
      return exposures(grounds)
    case 'coverage':
      return coverage(grounds)
    case 'registers':
      return registers(grounds)
    case 'vendors':
      return vendorProfiles(grounds)
    case 'checks':
      return checks(grounds)
    case 'accepted-risks':
      return acceptedRisksSection(grounds)
    case 'sign-offs':
      return signOffs(grounds)
    case 'method':
      return method(grounds)
    case 'set-aside':
      return setAsideSection(grounds)
  }
}
