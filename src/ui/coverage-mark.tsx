import classes from './coverage-mark.module.css'
import { COVERAGE_MARKS, type MarkedState } from './coverage-marks.ts'
import { Icon } from './icon.tsx'

/** A swatch of the pattern and colour of a state with its icon and letter. What it means stands beside it or is its label's. */
export function CoverageMark({ state, size = 12 }: { state: MarkedState; size?: number }) {
  const { icon, letter } = COVERAGE_MARKS[state]
  return (
    <span className={classes.mark} data-state={state} aria-hidden>
      <span className={classes.ink}>
        <Icon name={icon} size={size} />
        {letter}
      </span>
    </span>
  )
}
