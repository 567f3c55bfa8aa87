import { Suspense, useRef, useState } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { type Facet, FACETS, isFiltering, NO_FILTER } from './exposure-filter.ts'
import { type Group, type Grouping, GROUPINGS } from './exposure-groups.ts'
import { late } from '../../ui/late.ts'
import classes from './exposure-panel.module.css'
import type { ExposureRow } from './exposure-rows.ts'
import { groupBy, setFilter, setOpen, useExposureView } from './exposure-view.ts'

// What it takes to narrow a list comes with the first wish to.
const FilterMenu = late(async () => ({ default: (await import('./filter-menu.tsx')).FilterMenu }))
const FilterChips = late(async () => ({ default: (await import('./filter-chips.tsx')).FilterChips }))

const GROUPING_WORDS: Readonly<Record<Grouping, string>> = {
  none: 'Not grouped',
  risk: 'By risk',
  vendor: 'By vendor',
  target: 'By target',
  segment: 'By segment of the target',
}

/** What narrows and groups the list, in one line. */
export function ExposureBar(props: {
  all: readonly ExposureRow[]
  shown: number
  groups: readonly Group[] | null
}) {
  const { all, shown, groups } = props
  const { filter, grouping } = useExposureView()
  /** The facet at which the menu is open. */
  const [facet, setFacet] = useState<Facet | null>(null)
  const [hasOpened, setHasOpened] = useState(false)
  const openAt = (next: Facet | null) => {
    setHasOpened(true)
    setFacet(next)
  }
  const hasPicked = FACETS.some((each) => filter.picked[each].size > 0)
  const button = useRef<HTMLButtonElement>(null)
  /** Pressing the button while the menu is open closes that before the click comes. */
  const wasOpen = useRef(false)
  return (
    <div className={classes.bar} role="group" aria-label="What is listed">
      <SearchField
        className={classes.search}
        label="Search exposures"
        placeholder="Risk, product or target"
        value={filter.text}
        onChange={(text) => setFilter({ ...filter, text })}
      />
      <button
        ref={button}
        type="button"
        className={classes.button}
        aria-haspopup="dialog"
        aria-expanded={facet !== null}
        onPointerDown={() => {
          wasOpen.current = facet !== null
        }}
        onClick={() => {
          openAt(facet !== null || wasOpen.current ? null : 'kind')
          wasOpen.current = false
        }}
      >
        <Icon name="filter" size={14} /> Filter
      </button>
      {hasOpened && (
        <Suspense>
          <FilterMenu all={all} facet={facet} onFacet={openAt} anchor={button} />
        </Suspense>
      )}
      <div className={classes.narrowed}>
        {hasPicked && (
          <Suspense>
            <FilterChips onOpen={openAt} />
          </Suspense>
        )}
        <span role="status" className={classes.shown}>
          {isFiltering(filter) ? `${shown} of ${all.length}` : ''}
        </span>
        {isFiltering(filter) && (
          <button type="button" className={classes.link} onClick={() => setFilter(NO_FILTER)}>
            Clear
          </button>
        )}
      </div>
      <span className={classes.grouping}>
        <select
          className={classes.select}
          aria-label="Group"
          value={grouping}
          onChange={(event) =>
            groupBy(GROUPINGS.find((each) => each === event.currentTarget.value) ?? 'none')
          }
        >
          {GROUPINGS.map((each) => (
            <option key={each} value={each}>
              {GROUPING_WORDS[each]}
            </option>
          ))}
        </select>
        <Icon name="down" size={13} />
      </span>
      {groups !== null && <FoldAll groups={groups} />}
    </div>
  )
}

function FoldAll({ groups }: { groups: readonly Group[] }) {
  const closed = useExposureView((view) => view.closed)
  const anyOpen = groups.some(({ key }) => !closed.has(key))
  return (
    <button
      type="button"
      className={`${classes.link} ${classes.fold}`}
      onClick={() =>
        setOpen(
          groups.map(({ key }) => key),
          !anyOpen,
        )
      }
    >
      {anyOpen ? 'Close all' : 'Open all'}
    </button>
  )
}
