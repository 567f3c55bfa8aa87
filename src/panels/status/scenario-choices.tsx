import { Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import { setScenario } from '../../commands/exposure.ts'
import { execute } from '../../commands/execute.ts'
import { type Scenario, SCENARIOS } from '../../core/model/terms.ts'
import { choicesOf, SCENARIO_WORDS } from '../../ui/words.ts'
import classes from './status-bar.module.css'

/** The scenarios to choose from. Open from the start, since it is loaded when it is first asked for. */
export function ScenarioChoices(props: { scenario: Scenario; onClose: () => void; children: ReactNode }) {
  const { scenario, onClose, children } = props
  return (
    // Inside the footer, and so inside a landmark.
    <Menu
      defaultOpened
      onClose={onClose}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      position="top-start"
      width={360}
    >
      <Menu.Target>{children}</Menu.Target>
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
