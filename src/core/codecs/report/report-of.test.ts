import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomRecords, reordered } from '../../model/testing/random-records.ts'
import { normalise } from '../../model/normalise.ts'
import { SECTION_IDS, type Table } from './document.ts'
import { reportHtml } from './html.ts'
import { reportMarkdown } from './markdown.ts'
import { reportOf } from './report-of.ts'
import { MOST_EXPLAINED } from './sections/exposures.ts'
import { DATE, smallBoard, textsOf, whole } from './testing/boards.ts'
import { percentOfCounts } from './words.ts'

const sectionOf = (document: ReturnType<typeof whole>, id: string) => {
  const section = document.sections.find((each) => each.id === id)
  if (section === undefined) throw new Error(`no section ${id}`)
  return section
}
const said = (document: ReturnType<typeof whole>, id: string): string =>
  textsOf({ ...document, sections: [sectionOf(document, id)] }).join('\n')
const tablesIn = (document: ReturnType<typeof whole>, id: string): Table[] =>
  sectionOf(document, id).blocks.filter((block) => block.block === 'table')

test('[RP1] any board gives a report, the same in any order of records', () => {
  fc.assert(
    fc.property(randomRecords, fc.nat(), (model, seed) => {
      const document = whole(model)
      // Which of two records with one id is set aside depends on their order, and so does not once it is settled.
      const settled = normalise(model).model
      expect(reportHtml(whole(reordered(settled, seed)))).toBe(reportHtml(whole(settled)))
      expect(reportHtml(document)).toContain('</html>')
      expect(reportMarkdown(document, { pictureFile: null })).toContain('## ')
    }),
    { numRuns: 40 },
  )
})

test('[RP1] sections come in their own order, whatever order they are asked for in', () => {
  const document = whole(smallBoard(), { sections: ['method', 'summary'] })
  expect(document.sections.map(({ id }) => id)).toEqual(['summary', 'method'])
  expect(whole(smallBoard()).sections.map(({ id }) => id)).toEqual([...SECTION_IDS])
})

test('[RP1] a board that is too large to analyse is reported without figures of exposure', () => {
  const components = Array.from({ length: 2300 }, (_, at) => ({ id: `c${at}`, name: `C${at}`, vendor: 'v1' }))
  const risks = Array.from({ length: 2300 }, (_, at) => ({ id: `r${at}`, on: { vendor: 'v1' } }))
  const document = whole(smallBoard(undefined, { components, risks, links: [], threats: [] }))
  expect(said(document, 'summary')).toContain('Not analysed')
  expect(said(document, 'exposures')).toContain('Not analysed')
  expect(said(document, 'coverage')).toContain('Not analysed')
  const [registered] = tablesIn(document, 'registers')
  expect(registered?.columns.map(({ id }) => id)).not.toContain('taken')
})

test('[RP2] every component, link, risk and mitigation is in a register, and every exposure in the table', () => {
  const document = whole(smallBoard())
  const registers = said(document, 'registers')
  for (const name of ['Manager', 'AMF', 'SMF', 'Manages', 'Builds differ', 'Old parser', 'Repeatable builds'])
    expect(registers).toContain(name)
  const [all] = tablesIn(document, 'exposures')
  expect(all?.rows.length).toBeGreaterThan(0)
  expect(said(document, 'exposures')).toContain('Manager controls AMF over Manages (management)')
})

test('[RP2] explanations are for the worst, and the report says of how many', () => {
  const many = MOST_EXPLAINED + 5
  const components = [
    { id: 'c0', name: 'Manager', vendor: 'v1', criticality: 'low' },
    ...Array.from({ length: many }, (_, at) => ({ id: `t${at}`, name: `T${at}`, criticality: 'critical' })),
  ]
  const links = Array.from({ length: many }, (_, at) => ({
    id: `l${at}`,
    from: 'c0',
    to: `t${at}`,
    carries: 'control',
  }))
  const document = whole(
    smallBoard(undefined, {
      components,
      links,
      risks: [{ id: 'r1', title: 'Held', on: { component: 'c0' }, propagation: 'foothold' }],
      threats: [],
    }),
  )
  expect(said(document, 'exposures')).toContain(`the ${MOST_EXPLAINED} exposures that are worst, of ${many}`)
  const headings = sectionOf(document, 'exposures').blocks.filter(
    (block) => block.block === 'heading' && block.level === 3,
  )
  expect(headings).toHaveLength(MOST_EXPLAINED)
  expect(tablesIn(document, 'exposures')[0]?.rows).toHaveLength(many)
})

test('[RP2] rows that are left out are counted', () => {
  const document = whole(smallBoard(), { mostRows: 2 })
  expect(tablesIn(document, 'registers')[0]?.rows).toHaveLength(2)
  expect(said(document, 'registers')).toContain('The first 2 of 3 rows are printed here; 1 are left out.')
})

test('[RP2] what is set aside is listed, also what was set aside before', () => {
  const { model, setAside } = normalise(smallBoard())
  const texts = (document: ReturnType<typeof whole>) => said(document, 'set-aside')
  expect(texts(whole(smallBoard()))).toContain('link without an end')
  expect(texts(whole(model, { setAside }))).toBe(texts(whole(smallBoard())))
  expect(texts(whole(model))).toContain('Nothing was set aside.')
})

test('[RP3] shares are rounded down', () => {
  expect(percentOfCounts(1999, 2000)).toBe('99.9 %')
  expect(percentOfCounts(2, 3)).toBe('66.6 %')
  expect(percentOfCounts(29, 100)).toBe('29 %')
  expect(percentOfCounts(0, 0)).toBe('')
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.nat(), (counted, some) => {
      const covered = some % (counted + 1)
      expect(Number.parseFloat(percentOfCounts(covered, counted))).toBeLessThanOrEqual(
        (100 * covered) / counted,
      )
    }),
  )
})

test('[RP3] a lapsed acceptance is open, and what is planned covers nothing', () => {
  const document = whole(smallBoard())
  const accepted = said(document, 'accepted-risks')
  expect(accepted).toContain('No risk is accepted on this day.')
  expect(accepted).toContain('2026-06-30; open since 2026-07-01')
  expect(accepted).toContain('No such feature')
  expect(said(document, 'summary')).toContain('One acceptance has lapsed; its risk is open again.')
  expect(said(document, 'coverage')).toContain('Whole board: 0 of 2 covered (0 %).')
  const before = whole(smallBoard(), { date: '2026-06-30' })
  expect(said(before, 'accepted-risks')).not.toContain('Lapsed')
  expect(said(before, 'coverage')).toContain('Whole board: 0 of 2 covered (0 %).')
})

test('[RP3] another scenario or policy is told first', () => {
  const board = smallBoard()
  const { policy } = board.meta
  const told = (changed: Partial<typeof policy>) =>
    said(whole({ ...board, meta: { ...board.meta, policy: { ...policy, ...changed } } }), 'summary')
  expect(told({})).not.toContain('differs from the default')
  expect(told({ scenario: 'target' })).toContain('planned mitigations count as though they were done')
  expect(told({ planes: { ...policy.planes, management: 'none' } })).toContain(
    'links of the management plane are taken to carry nothing instead of control',
  )
})

test('[RP3] where nothing is found it says how little that means', () => {
  const calm = whole(smallBoard(undefined, { risks: [], mitigations: [] }))
  expect(said(calm, 'exposures')).toContain('That speaks of what is recorded, and of nothing else.')
  expect(said(calm, 'coverage')).toContain('nothing is covered')
  const components = [{ id: 'c1', name: 'Thing', criticality: 'low' }]
  const aimless = whole(smallBoard(undefined, { components, links: [], risks: [], threats: [] }))
  expect(said(aimless, 'exposures')).toContain('That is not the same as none.')
  expect(said(aimless, 'summary')).toContain('No component is critical')
})

test('[RP2] products that only components name are told of, by vendor and among all', () => {
  const named = (version: string | null) => {
    const document = whole(smallBoard(undefined, { components: [manager(version)], links: [], threats: [] }))
    return ['vendors', 'registers'].flatMap((id) =>
      tablesIn(document, id)
        .filter(({ caption }) => caption.startsWith('Products that components name'))
        .map(({ rows }) => rows),
    )
  }
  const manager = (version: string | null) => ({
    id: 'c1',
    name: 'Manager',
    vendor: 'v1',
    product: 'ViewX',
    version,
  })
  for (const version of ['1.2', null]) expect(named(version)).toEqual([])
  const rows = [['Acme', 'ViewX', '1.3', 'Manager']]
  expect(named('1.3')).toEqual([rows, rows])
})

test('[RP5] facts stand with their sources, judgements apart with what they lack', () => {
  const profile = said(whole(smallBoard()), 'vendors')
  expect(profile).toContain('“The image could not be rebuilt.”')
  expect(profile).toContain('Source: A. Author; Evaluation centre; 2026-03-01')
  expect(profile).toContain('No reply of the vendor on record')
  expect(profile).toContain('Without its author, its date, a day on which it lapses: nobody can stand by it')
  expect(profile.indexOf('Facts on record')).toBeLessThan(profile.indexOf('Judgements'))
  expect(profile).toContain('They pass no verdict on any supplier')
})

test('a sign-off that cannot be read is not called unchanged', () => {
  const texts = said(whole(smallBoard()), 'sign-offs')
  expect(texts).toContain('Cannot be verified')
  expect(texts).not.toContain('Unchanged')
})

test('a link within the document leads to a heading of it, whichever sections there are', () => {
  for (const sections of [SECTION_IDS, ['exposures'], ['exposures', 'method']] as const) {
    const document = reportOf(smallBoard(), { date: DATE, sections, picture: null })
    const text = JSON.stringify(document)
    const anchors = new Set([...text.matchAll(/"anchor":"([^"]*)"/g)].map(([, anchor]) => anchor))
    for (const [, to] of text.matchAll(/"to":"([^"]*)"/g)) expect(anchors).toContain(to)
  }
})
