import { useBoard } from '../../state/board-store.ts'
import { useView } from '../../state/view-store.ts'
import { Icon } from '../../ui/icon.tsx'
import classes from './scenario-label.module.css'
import { scenarioInWords } from './status-words.ts'

/** Over the canvas: what the exposures or the coverage painted there take to count. Anything but what is in force stands out. */
export function ScenarioLabel() {
  const scenario = useBoard((board) => board.model.meta.policy.scenario)
  const isModel = useView((view) => view.mode === 'model')
  if (isModel) return null
  const isCurrent = scenario === 'current'
  return (
    <p className={classes.label} data-scenario={scenario} data-quiet={isCurrent || undefined}>
      {!isCurrent && <Icon name="warning" size={14} />}
      {scenarioInWords(scenario)}
    </p>
  )
}
