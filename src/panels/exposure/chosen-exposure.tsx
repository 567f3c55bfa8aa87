import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { focusExposure } from '../../commands/exposure.ts'
import { execute } from '../../commands/execute.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { useSelection } from '../../state/selection-store.ts'
import { exposureIn } from '../../state/shown-path.ts'
import { useSpotlight } from '../../state/spotlight-store.ts'
import { useSupposed } from '../../state/supposed.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ExposureExplanation } from './exposure-explanation.tsx'
import classes from './exposure-panel.module.css'
import { alongPath } from './other-paths.ts'

/** Why the chosen exposure is there, or that it is gone, and whether only from a trial. */
export function ChosenExposure() {
  const chosen = useSelection((selection) => selection.exposure)
  const result = useAnalysis((analysis) => analysis.result)
  const running = useAnalysis((analysis) => analysis.running)
  const path = useSpotlight((spotlight) => spotlight.path)
  const question = useMemo(() => {
    const exposure = exposureIn(result, chosen)
    if (result === null || exposure === undefined) return null
    const along = path === null ? exposure : alongPath(exposure, path, result.exposures)
    return { of: 'explanation' as const, exposure: along }
  }, [result, chosen, path])
  const { answer, waiting, failed } = useAnswer(question)
  const isOnBoard = useAnalysis(({ before }) => exposureIn(before?.result ?? null, chosen) !== undefined)
  const supposed = useSupposed()
  if (answer !== null && answer !== undefined) return <ExposureExplanation explanation={answer} />
  if (running || waiting) return null
  return (
    <section className={classes.explanation} aria-label="Why it is exposed">
      {failed === null ? (
        <EmptyState
          icon={isOnBoard ? (supposed?.icon ?? 'what-if') : 'check'}
          title={
            isOnBoard
              ? supposed?.icon === 'plan'
                ? `${supposed.words}, this exposure is gone`
                : 'What is tried ends this exposure'
              : 'This exposure is gone'
          }
        >
          <p>
            {isOnBoard
              ? 'On the board as it stands it is still there.'
              : 'The way that was shown no longer leads to its target.'}
          </p>
          <Button size="compact-sm" variant="default" onClick={() => execute(focusExposure, null)}>
            Show all exposures
          </Button>
        </EmptyState>
      ) : (
        <EmptyState icon="warning" title="It cannot be explained now">
          <p>{failed}</p>
        </EmptyState>
      )}
    </section>
  )
}
