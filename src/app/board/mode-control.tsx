import { execute } from '../../commands/execute.ts'
import { ariaKeys, formatKeys } from '../../commands/keys.ts'
import { toggleExposure } from '../../commands/view.ts'
import { useView } from '../../state/view-store.ts'
import classes from './mode-control.module.css'

const MODES = [
  { label: 'Model', exposure: false, means: 'Draw the network: nothing recedes' },
  {
    label: 'Exposure',
    exposure: true,
    means: 'See where risks lead: routes are marked and the rest recedes',
  },
] as const

/** How the board is looked at. */
export function ModeControl() {
  const exposure = useView((view) => view.exposure)
  return (
    <fieldset className={classes.modes} title={`Switch with ${formatKeys(toggleExposure.keys)}`}>
      <legend className="rf-visually-hidden">Mode</legend>
      {MODES.map((mode) => (
        <label
          key={mode.label}
          className={classes.mode}
          title={`${mode.means} (${formatKeys(toggleExposure.keys)})`}
        >
          <input
            type="radio"
            name="mode"
            checked={mode.exposure === exposure}
            aria-keyshortcuts={ariaKeys(toggleExposure.keys)}
            onChange={() => execute(toggleExposure)}
          />
          {mode.label}
        </label>
      ))}
    </fieldset>
  )
}
