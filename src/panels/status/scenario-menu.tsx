import { Menu } from '@mantine/core'
import { setScenario } from '../../commands/exposure.ts'
import { execute } from '../../commands/execute.ts'
import { SCENARIOS } from '../../core/model/terms.ts'
import { useBoard } from '../../state/board-store.ts'
import { mayEdit, useConnection } from '../../state/connection-store.ts'
import { Icon } from '../../ui/icon.tsx'
import { choicesOf, SCENARIO_WORDS } from '../../ui/words.ts'
import classes from './status-bar.module.css'

/** Which mitigations count (AN1): always in view, since every figure of the board hangs on it. */
export function ScenarioMenu() {
  const scenario = useBoard((board) => board.model.meta.policy.scenario)
  const editable = useConnection(mayEdit)
  const { label, means } = SCENARIO_WORDS[scenario]
  const words = (
    <>
      <span className={classes.quiet}>Scenario</span>
      <strong>{label}</strong>
      <span className={classes.means}>{means}</span>
    </>
  )
  if (!editable) return <span className={classes.scenario}>{words}</span>
  return (
    // Inside the footer, and so inside a landmark.
    <Menu withinPortal={false} withInitialFocusPlaceholder={false} position="top-start" width={360}>
      <Menu.Target>
        <button type="button" className={classes.scenario} title={means}>
          {words}
          <Icon name="down" size={13} />
        </button>
      </Menu.Target>
      <Menu.Dropdown aria-label="Scenario">
        <Menu.Label c="var(--rf-text-muted)">Changes the board for everybody</Menu.Label>
        <Menu.RadioGroup
          value={scenario}
          onChange={(value) => {
            const chosen = SCENARIOS.find((each) => each === value)
            if (chosen !== undefined && chosen !== scenario) execute(setScenario, chosen)
          }}
        >
          {choicesOf(SCENARIO_WORDS).map((choice) => (
            <Menu.RadioItem key={choice.value} value={choice.value} closeMenuOnClick>
              <span className={classes.choice}>{choice.label}</span>
              <span className={classes.choiceMeans}>{choice.means}</span>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
