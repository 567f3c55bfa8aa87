import type { ReactNode } from 'react'
import type { ExposureKind } from '../../core/analysis/result.ts'
import { type Rating, RATINGS } from '../../core/model/terms.ts'
import { Icon } from '../../ui/icon.tsx'
import { RatingMark } from '../../ui/rating-mark.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { EXPOSURE_WORDS, RATING_WORDS } from '../../ui/words.ts'
import { clearFilter, toggled, useExposureFilter } from './exposure-filter.ts'
import { countBy, type ExposureRow } from './exposure-rows.ts'
import classes from './exposure-panel.module.css'

const KINDS: readonly ExposureKind[] = ['taken', 'reached']

/** What narrows the list: words, kinds, ratings. Counts are of the whole list. */
export function ExposureFilters({ all, shown }: { all: readonly ExposureRow[]; shown: number }) {
  const { text, kinds, ratings } = useExposureFilter()
  const byKind = countBy(all, ({ kind }) => kind)
  const byRating = countBy(all, ({ rating }) => rating)
  return (
    <div className={classes.filters}>
      <SearchField
        className={classes.search}
        label="Search exposures"
        placeholder="Risk, product or target"
        value={text}
        onChange={(typed) => useExposureFilter.setState({ text: typed })}
      />
      <div role="group" aria-label="Only targets that are" className={classes.chips}>
        {KINDS.map((kind) => (
          <Chip
            key={kind}
            count={byKind.get(kind) ?? 0}
            pressed={kinds.has(kind)}
            onClick={() => useExposureFilter.setState({ kinds: toggled(kinds, kind) })}
          >
            <Icon name={kind} size={14} />
            {EXPOSURE_WORDS[kind].label}
          </Chip>
        ))}
      </div>
      <div role="group" aria-label="Only with the rating" className={classes.chips}>
        {RATINGS.toReversed().map((rating: Rating) => (
          <Chip
            key={rating}
            count={byRating.get(rating) ?? 0}
            pressed={ratings.has(rating)}
            onClick={() => useExposureFilter.setState({ ratings: toggled(ratings, rating) })}
          >
            <RatingMark rating={rating} word={RATING_WORDS[rating].label} />
          </Chip>
        ))}
      </div>
      <span role="status" className={classes.shown}>
        {shown === all.length ? '' : `${shown} of ${all.length} shown`}
      </span>
      {shown < all.length && (
        <button type="button" className={classes.link} onClick={clearFilter}>
          Clear filter
        </button>
      )}
    </div>
  )
}

function Chip(props: { count: number; pressed: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className={classes.chip} aria-pressed={props.pressed} onClick={props.onClick}>
      {props.children}
      <span className={classes.count}>{props.count}</span>
    </button>
  )
}
