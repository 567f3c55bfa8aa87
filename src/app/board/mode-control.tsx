import { execute } from '../../commands/execute.ts'
import { ariaKeys, formatKeys } from '../../commands/keys.ts'
import type { Mode } from '../../state/view-store.ts'
import { showMode, toggleCoverage, toggleExposure } from '../../commands/view.ts'
import { useView } from '../../state/view-store.ts'
import classes from './mode-control.module.css'

const MODES: readonly Readonly<{
  label: string
  mode: Mode
  keys: readonly string[]
  means: string
}>[] = [
  { label: 'Model', mode: 'model', keys: [], means: 'Draw the network: nothing recedes' },
  {
    label: 'Exposure',
    mode: 'exposure',
    keys: toggleExposure.keys ?? [],
    means: 'See where risks lead: routes are marked and the rest recedes',
  },
  {
    label: 'Coverage',
    mode: 'coverage',
    keys: toggleCoverage.keys ?? [],
    means: 'See what has come of the risks at each component',
  },
]

/** How the board is looked at. */
export function ModeControl() {
  const shown = useView((view) => view.mode)
  return (
    <fieldset className={classes.modes}>
      <legend className="rf-visually-hidden">Mode</legend>
      {MODES.map(({ label, mode, keys, means }) => (
        <label
          key={mode}
          className={classes.mode}
          title={keys.length === 0 ? means : `${means} (${formatKeys(keys)})`}
        >
          <input
            type="radio"
            name="mode"
            checked={mode === shown}
            aria-keyshortcuts={ariaKeys(keys)}
            onChange={() => execute(showMode, mode)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
