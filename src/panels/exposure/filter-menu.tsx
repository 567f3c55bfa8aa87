import { useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { RATINGS } from '../../core/model/terms.ts'
import { useBoard } from '../../state/board-store.ts'
import { Icon } from '../../ui/icon.tsx'
import { RatingMark } from '../../ui/rating-mark.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { countValues, type Facet, FACETS, toggled, without } from './exposure-filter.ts'
import type { ExposureRow } from './exposure-rows.ts'
import { setFilter, useExposureView } from './exposure-view.ts'
import { FACET_WORDS, type Option, optionsOf } from './facet-words.ts'
import classes from './filter-menu.module.css'

/** More than these are searched rather than read. */
const FEW = 8
const MOST_SHOWN = 200

const WIDTH = 460
const HEIGHT = 280
const GAP = 4

/** The facets at the left, the values of one of them with what each would leave at the right; above `anchor`. */
export function FilterMenu(props: {
  all: readonly ExposureRow[]
  facet: Facet | null
  onFacet: (facet: Facet | null) => void
  anchor: Readonly<{ current: HTMLElement | null }>
}) {
  const { all, facet, onFacet, anchor } = props
  const box = useRef<HTMLDivElement>(null)
  const isOpen = facet !== null
  // In the top layer, where neither the drawer nor the canvas cuts it off; the browser closes it and gives the focus back.
  useLayoutEffect(() => {
    const [menu, at] = [box.current, anchor.current?.getBoundingClientRect()]
    if (menu === null || at === undefined || isOpen === menu.matches(':popover-open')) return
    if (!isOpen) return menu.hidePopover()
    menu.style.left = `${Math.max(GAP, Math.min(at.left, window.innerWidth - WIDTH - GAP))}px`
    menu.style.top = `${Math.max(GAP, at.top - HEIGHT - GAP)}px`
    menu.showPopover()
    menu.querySelector<HTMLElement>('[aria-current="true"]')?.focus()
  }, [isOpen, anchor])
  return (
    <div
      ref={box}
      popover="auto"
      role="dialog"
      aria-label="Filter exposures"
      className={classes.popover}
      style={{ width: WIDTH, height: HEIGHT }}
      onToggle={(event) => {
        if (event.newState === 'closed') onFacet(null)
      }}
    >
      {isOpen && <Facets all={all} facet={facet} onFacet={onFacet} />}
    </div>
  )
}

function Facets(props: { all: readonly ExposureRow[]; facet: Facet; onFacet: (facet: Facet) => void }) {
  const { all, facet, onFacet } = props
  const { picked } = useExposureView((view) => view.filter)
  return (
    <div className={classes.menu}>
      <div className={classes.facets} role="group" aria-label="Filter by">
        {FACETS.map((each) => (
          <button
            key={each}
            type="button"
            className={classes.facet}
            aria-current={each === facet}
            onClick={() => onFacet(each)}
          >
            <span>{FACET_WORDS[each].label}</span>
            {picked[each].size > 0 && (
              <span className={classes.picked}>
                {picked[each].size}
                <span className="rf-visually-hidden"> picked</span>
              </span>
            )}
            <Icon name="right" size={13} />
          </button>
        ))}
      </div>
      <Values key={facet} all={all} facet={facet} />
    </div>
  )
}

function Values({ all, facet }: { all: readonly ExposureRow[]; facet: Facet }) {
  const id = useId()
  const filter = useExposureView((view) => view.filter)
  const model = useBoard((board) => board.model)
  const [sought, setSought] = useState('')
  const options = useMemo(
    () => optionsOf(model, facet, countValues(all, filter, facet), filter.picked[facet]),
    [model, facet, all, filter],
  )
  const found = options.filter(({ label }) => label.toLowerCase().includes(sought.trim().toLowerCase()))
  return (
    <fieldset className={classes.values} aria-describedby={id}>
      <legend className="rf-visually-hidden">{FACET_WORDS[facet].label}</legend>
      <p id={id} className={classes.means}>
        {FACET_WORDS[facet].means}
      </p>
      {options.length > FEW && (
        <SearchField
          label={`Search: ${FACET_WORDS[facet].label.toLowerCase()}`}
          placeholder={`Search ${options.length}`}
          value={sought}
          onChange={setSought}
        />
      )}
      <div className={classes.options}>
        {found.slice(0, MOST_SHOWN).map((option) => (
          <label key={option.value} className={classes.option}>
            <input
              type="checkbox"
              checked={filter.picked[facet].has(option.value)}
              onChange={() => setFilter(toggled(filter, facet, option.value))}
            />
            <OptionWords facet={facet} option={option} />
            <span className={classes.count}>{option.count}</span>
          </label>
        ))}
        {found.length > MOST_SHOWN && (
          <p className={classes.means}>
            The first {MOST_SHOWN} of {found.length}; search for the others.
          </p>
        )}
        {found.length === 0 && <p className={classes.means}>Nothing to pick.</p>}
      </div>
      {filter.picked[facet].size > 0 && (
        <button type="button" className={classes.none} onClick={() => setFilter(without(filter, facet))}>
          Pick none
        </button>
      )}
    </fieldset>
  )
}

function OptionWords({ facet, option: { value, label } }: { facet: Facet; option: Option }) {
  const rating = facet === 'rating' ? RATINGS.find((each) => each === value) : undefined
  return (
    <span className={classes.words} title={label}>
      {rating === undefined ? (
        <>
          {facet === 'kind' && <Icon name={value} size={14} />}
          {label}
        </>
      ) : (
        <RatingMark rating={rating} word={label} />
      )}
    </span>
  )
}
