import { useBoard } from '../../state/board-store.ts'
import { Icon } from '../../ui/icon.tsx'
import { type Facet, FACETS, without } from './exposure-filter.ts'
import classes from './exposure-panel.module.css'
import { setFilter, useExposureView } from './exposure-view.ts'
import { FACET_WORDS, pickedInWords, valueInWords } from './facet-words.ts'

/** What the list is narrowed to, a chip for each facet, which opens the menu there; its cross takes it off. */
export function FilterChips({ onOpen }: { onOpen: (facet: Facet) => void }) {
  const filter = useExposureView((view) => view.filter)
  const model = useBoard((board) => board.model)
  const facets = FACETS.filter((facet) => filter.picked[facet].size > 0)
  return (
    <ul className={classes.chips} aria-label="Filters">
      {facets.map((facet) => {
        const picked = filter.picked[facet]
        const { label } = FACET_WORDS[facet]
        const words = pickedInWords(model, facet, picked)
        return (
          <li key={facet} className={classes.chip}>
            <button
              type="button"
              className={classes.chipWords}
              title={`${label}: ${[...picked].map((value) => valueInWords(model, facet, value)).join(', ')}`}
              onClick={() => onOpen(facet)}
            >
              <span className={classes.quiet}>{label}</span> {words}
            </button>
            <button
              type="button"
              className={classes.chipOff}
              aria-label={`Take off ${label}: ${words}`}
              onClick={() => setFilter(without(filter, facet))}
            >
              <Icon name="close" size={12} />
            </button>
          </li>
        )
      })}
    </ul>
  )
}
