import { CoverageMark } from '../../ui/coverage-mark.tsx'
import type { CoverPaint } from '../../core/paint/marks.ts'
import classes from './cover-badge.module.css'

/** The worst state of an element and how much is covered: figures, since a percentage alone says nothing of how many. */
export function CoverBadge({
  of: { cover, covered, counted, asPlanned },
  inTitle,
}: {
  of: CoverPaint
  inTitle?: boolean
}) {
  if (cover === null) return null
  return (
    <span
      className={classes.badge}
      data-in-title={inTitle || undefined}
      data-planned={asPlanned || undefined}
    >
      <CoverageMark state={cover} />
      {counted > 0 && (
        <span className={classes.share}>{`${covered} of ${counted}${asPlanned ? '' : ' covered'}`}</span>
      )}
      {asPlanned && <span className={classes.planned}>as planned</span>}
    </span>
  )
}
