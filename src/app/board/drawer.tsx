import { Tabs } from '@mantine/core'
import { type CSSProperties, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { ExposurePanel } from '../../panels/exposure/exposure-panel.tsx'
import { countOpen } from '../../core/model/threats.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { useBoard } from '../../state/board-store.ts'
import { useTrial } from '../../state/trial-store.ts'
import { useInquiry } from '../../state/inquiry-store.ts'
import { useSpotlight } from '../../state/spotlight-store.ts'
import { type DrawerTab, setView, useView } from '../../state/view-store.ts'
import { fromTo } from '../../ui/from-to.ts'
import { Icon } from '../../ui/icon.tsx'
import { DrawerSash } from './drawer-sash.tsx'
import { TABLE_GROUPS, type TableGroup } from './table-groups.ts'
import { late } from '../../ui/late.ts'
import classes from './board.module.css'

const TablesMenu = late(async () => ({ default: (await import('./tables-menu.tsx')).TablesMenu }))
const BlastPanel = late(async () => ({
  default: (await import('../../panels/exposure/blast-panel.tsx')).BlastPanel,
}))
const RisksTable = late(async () => ({
  default: (await import('../../panels/registers/risks-table.tsx')).RisksTable,
}))
const MitigationsTable = late(async () => ({
  default: (await import('../../panels/registers/mitigations-table.tsx')).MitigationsTable,
}))
const VendorsTable = late(async () => ({
  default: (await import('../../panels/registers/vendors-table.tsx')).VendorsTable,
}))
const ComponentsTable = late(async () => ({
  default: (await import('../../panels/registers/components-table.tsx')).ComponentsTable,
}))
const WhatIfPanel = late(async () => ({
  default: (await import('../../panels/what-if/what-if-panel.tsx')).WhatIfPanel,
}))
const ChokesPanel = late(async () => ({
  default: (await import('../../panels/chokes/chokes-panel.tsx')).ChokesPanel,
}))
const ThreatsTable = late(async () => ({
  default: (await import('../../panels/threats/threats-table.tsx')).ThreatsTable,
}))
const ChecksPanel = late(async () => ({
  default: (await import('../../panels/checks/checks-panel.tsx')).ChecksPanel,
}))
const ConcentrationPanel = late(async () => ({
  default: (await import('../../panels/concentration/concentration-panel.tsx')).ConcentrationPanel,
}))
const ReviewPanel = late(async () => ({
  default: (await import('../../panels/review/review-panel.tsx')).ReviewPanel,
}))
const CoveragePanel = late(async () => ({
  default: (await import('../../panels/coverage/coverage-panel.tsx')).CoveragePanel,
}))
const SetAsidePanel = late(async () => ({
  default: (await import('../../panels/set-aside/set-aside-panel.tsx')).SetAsidePanel,
}))

type Tab = Readonly<{
  value: DrawerTab
  label: string
  group: TableGroup
  count: number | null
  /** What it is on the board as it stands, where it does not speak of that. */
  before?: number | null
  panel: ReactNode
}>

export function Drawer() {
  const tab = useView((view) => view.bottomTab)
  const wanted = useView((view) => view.drawer)
  const risks = useBoard((board) => board.model.risks.length)
  const mitigations = useBoard((board) => board.model.mitigations.length)
  const threats = useBoard((board) => countOpen(board.model.threats))
  const vendors = useBoard((board) => board.model.vendors.length)
  const components = useBoard((board) => board.model.components.length)
  const reviews = useBoard((board) => board.model.reviews.length)
  const aside = useBoard((board) => board.setAside.length)
  const exposures = useAnalysis((analysis) => analysis.result?.exposures.length ?? null)
  const before = useAnalysis((analysis) => analysis.before?.result.exposures.length ?? null)
  const tried = useTrial(({ switched }) => switched?.size ?? null)
  const isAsked = useInquiry((inquiry) => inquiry.blastOf !== null)
  const hit = useSpotlight((spotlight) => spotlight.blast?.targets.length ?? null)
  const isGone = (tab === 'set-aside' && aside === 0) || (tab === 'blast' && !isAsked)
  const shown = isGone ? 'exposures' : tab
  const grouped: Readonly<Record<TableGroup, readonly Omit<Tab, 'group'>[]>> = {
    Exposure: [
      { value: 'exposures', label: 'Exposures', count: exposures, before, panel: <ExposurePanel /> },
      ...(isAsked
        ? [
            {
              value: 'blast' as const,
              label: 'Blast radius',
              count: hit,
              before: before === null ? null : hit,
              panel: <BlastPanel />,
            },
          ]
        : []),
      { value: 'chokes', label: 'Choke points', count: null, panel: <ChokesPanel /> },
      { value: 'what-if', label: 'What-if', count: tried, panel: <WhatIfPanel /> },
    ],
    Registers: [
      { value: 'risks', label: 'Risks', count: risks, panel: <RisksTable /> },
      { value: 'mitigations', label: 'Mitigations', count: mitigations, panel: <MitigationsTable /> },
      { value: 'vendors', label: 'Vendors', count: vendors, panel: <VendorsTable /> },
      { value: 'components', label: 'Components', count: components, panel: <ComponentsTable /> },
      { value: 'threats', label: 'Threats', count: threats, panel: <ThreatsTable /> },
    ],
    Review: [
      { value: 'coverage', label: 'Coverage', count: null, panel: <CoveragePanel /> },
      { value: 'checks', label: 'Checks', count: null, panel: <ChecksPanel /> },
      { value: 'concentration', label: 'Concentration', count: null, panel: <ConcentrationPanel /> },
      { value: 'reviews', label: 'Reviews', count: reviews, panel: <ReviewPanel /> },
      ...(aside > 0
        ? [{ value: 'set-aside' as const, label: 'Set aside', count: aside, panel: <SetAsidePanel /> }]
        : []),
    ],
  }
  const tabs = TABLE_GROUPS.flatMap((group) =>
    grouped[group].map((tab, index) => ({ ...tab, group, isFirst: index === 0 })),
  )
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const chosen = list.current?.querySelector(`[role="tab"][data-tab="${shown}"]`)
    chosen?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [shown])
  return (
    <section
      className={classes.drawer}
      style={{ '--wanted': `${wanted}px` } as CSSProperties}
      aria-label="Tables"
    >
      <DrawerSash />
      <Tabs
        value={shown}
        onChange={(value) => value !== null && setView({ bottomTab: value as DrawerTab })}
        keepMounted={false}
        className={classes.tabs}
      >
        <div className={classes.strip}>
          <Tabs.List ref={list} aria-label="Tables">
            {tabs.map(({ value, label, count, isFirst, before: was }) => (
              <Tabs.Tab
                key={value}
                value={value}
                data-tab={value}
                data-first={isFirst || undefined}
                py={7}
                className={classes.tab ?? ''}
                rightSection={count !== null && <Count count={count} before={was ?? null} />}
              >
                {label}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <AllTables tables={tabs} shown={shown} />
        </div>
        {tabs.map(({ value, panel }) => (
          <Tabs.Panel key={value} value={value} className={classes.fill}>
            <Suspense>{panel}</Suspense>
          </Tabs.Panel>
        ))}
      </Tabs>
    </section>
  )
}

/** Leads to every table, also those for which the strip has no room. */
function AllTables({ tables, shown }: { tables: readonly Tab[]; shown: DrawerTab }) {
  const [asked, setAsked] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const opener = (
    <button
      ref={button}
      type="button"
      className={classes.all}
      aria-label="All tables"
      title="All tables"
      aria-haspopup="menu"
      onClick={() => setAsked(true)}
    >
      <Icon name="down" size={16} />
    </button>
  )
  if (!asked) return opener
  return (
    <Suspense fallback={opener}>
      <TablesMenu tables={tables} shown={shown} onClose={() => button.current?.focus()}>
        {opener}
      </TablesMenu>
    </Suspense>
  )
}

function Count({ count, before }: { count: number; before: number | null }) {
  if (before === null) return <span className={classes.count}>{count}</span>
  return (
    <span className={classes.count} data-tried title="As it stands → as it is shown">
      {fromTo(before, count)}
    </span>
  )
}
