import { Button } from '@mantine/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import { beginExchange } from '../../commands/exchange.ts'
import { getHost } from '../../commands/execute.ts'
import { exportBoard } from '../../commands/export-board.ts'
import { today } from '../../commands/today.ts'
import { OUTPUTS, outputById } from '../../core/codecs/outputs.ts'
import { formatById } from '../../core/codecs/formats.ts'
import { useExchange } from '../../state/exchange-store.ts'
import { ExportOutcome, type Outcome } from './export-outcome.tsx'
import { OutputList } from './output-list.tsx'
import { choiceFor, type PictureForm, PictureFields, startingPicture } from './picture-fields.tsx'
import { SectionFields } from './section-fields.tsx'
import css from './exchange.module.css'

/** From a format and what it should show to a download. A worker does the work; closing the dialog ends it. */
export function ExportForm({ onClose }: { onClose: () => void }) {
  const { output, sections } = useExchange()
  const [picture, setPicture] = useState<PictureForm>(startingPicture)
  const [state, setState] = useState<Outcome>({ step: 'choosing' })
  // Begun before anybody asks, since a worker takes half a second to be there; a new one for each export.
  const exchange = useRef<ReturnType<typeof beginExchange> | null>(null)
  const renew = useCallback(() => {
    exchange.current?.end()
    exchange.current = beginExchange((stage) => setState({ step: 'busy', stage }))
  }, [])
  useEffect(() => {
    renew()
    return () => {
      exchange.current?.end()
      exchange.current = null
    }
  }, [renew])

  const group = outputById(output)?.group
  const save = async () => {
    const host = getHost()
    const mine = exchange.current
    if (host === null || mine === null) return
    setState({ step: 'busy', stage: 'sending' })
    const options = { date: today(), picture: choiceFor(picture), sections: [...sections] }
    const outcome = await exportBoard(mine, host, output, options).then(
      (told): Outcome => ({ step: 'done', output, ...told }),
      (error: unknown): Outcome => ({
        step: 'failed',
        reason: error instanceof Error ? error.message : String(error),
      }),
    )
    // Cancelled or closed meanwhile.
    if (exchange.current !== mine) return
    setState(outcome)
    renew()
  }
  const cancel = () => {
    renew()
    setState({ step: 'choosing' })
  }
  const isBusy = state.step === 'busy'
  /** What was told of is no longer what is chosen. */
  const choose = (change: () => void) => {
    change()
    if (!isBusy) setState({ step: 'choosing' })
  }
  const isEmpty = group === 'report' && sections.size === 0
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy) void save()
      }}
    >
      <div className={css.columns}>
        <OutputList
          outputs={OUTPUTS}
          chosen={output}
          onChoose={(next) => choose(() => useExchange.setState({ output: next }))}
        />
        <div className={css.options}>
          {(group === 'picture' || group === 'report') && (
            <PictureFields
              value={picture}
              onChange={(next) =>
                choose(() => {
                  setPicture(next)
                  useExchange.setState({ theme: next.theme, legend: next.legend, scale: next.scale })
                })
              }
              isPng={output === 'png'}
              isReport={group === 'report'}
            />
          )}
          {group === 'report' && (
            <SectionFields
              chosen={sections}
              onChange={(next) => choose(() => useExchange.setState({ sections: next }))}
            />
          )}
          {isEmpty && <p className={css.muted}>A report needs one section at least.</p>}
          {group === 'model' && (
            <p className={css.muted}>{formatById(output)?.reads === true ? MODEL_WORDS : ONE_WAY_WORDS}</p>
          )}
          {group === 'registers' && <p className={css.muted}>{REGISTER_WORDS}</p>}
          <ExportOutcome state={state} />
        </div>
      </div>
      <div className={css.actions}>
        <span className={css.title} />
        <Button variant="default" size="xs" onClick={isBusy ? cancel : onClose}>
          {isBusy ? 'Cancel' : 'Close'}
        </Button>
        {/* While it works it keeps the focus, which a button that is disabled would lose. */}
        <Button type="submit" size="xs" disabled={isEmpty} data-disabled={isBusy} aria-disabled={isBusy}>
          Download
        </Button>
      </div>
    </form>
  )
}

const MODEL_WORDS =
  'What the format has no place for goes into its extension fields where it has such, so that nothing is lost when it comes back here.'
const ONE_WAY_WORDS = 'Cannot be read back: it holds what such a tool shows, and no more.'
const REGISTER_WORDS =
  'Segments, components, links, vendors, risks, mitigations, threats, exposures and coverage as tables.'
