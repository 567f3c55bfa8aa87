import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { beginExchange } from '../../commands/exchange.ts'
import { getHost } from '../../commands/execute.ts'
import { exportBoard } from '../../commands/export-board.ts'
import { today } from '../../commands/today.ts'
import { SECTION_IDS, type SectionId } from '../../core/codecs/report/document.ts'
import type { Tally } from '../../core/codecs/report.ts'
import { type OutputId, OUTPUTS, outputById } from '../../core/codecs/outputs.ts'
import { useExchange } from '../../state/exchange-store.ts'
import { ExportOutcome } from './export-outcome.tsx'
import { OutputList } from './output-list.tsx'
import { choiceFor, type PictureForm, PictureFields, startingPicture } from './picture-fields.tsx'
import { SectionFields } from './section-fields.tsx'
import css from './exchange.module.css'

type State =
  | Readonly<{ step: 'choosing' }>
  | Readonly<{ step: 'busy'; stage: string }>
  | Readonly<{ step: 'done'; output: OutputId; tallies: readonly Tally[] }>
  | Readonly<{ step: 'failed'; reason: string }>

/** From a format and what it should show to a download. A worker does the work; closing the dialog ends it. */
export function ExportForm({ onClose }: { onClose: () => void }) {
  const [output, setOutput] = useState<OutputId>(() => useExchange.getState().output)
  const [picture, setPicture] = useState<PictureForm>(startingPicture)
  const [sections, setSections] = useState<ReadonlySet<SectionId>>(() => new Set(SECTION_IDS))
  const [state, setState] = useState<State>({ step: 'choosing' })
  const running = useRef<ReturnType<typeof beginExchange> | null>(null)
  useEffect(() => () => running.current?.end(), [])

  const group = outputById(output)?.group
  const save = async () => {
    const host = getHost()
    if (host === null) return
    const exchange = beginExchange((stage) => setState({ step: 'busy', stage }))
    running.current = exchange
    setState({ step: 'busy', stage: 'sending' })
    try {
      const options = { date: today(), picture: choiceFor(picture), sections: [...sections] }
      setState({ step: 'done', output, tallies: await exportBoard(exchange, host, output, options) })
    } catch (error) {
      setState({ step: 'failed', reason: error instanceof Error ? error.message : String(error) })
    } finally {
      exchange.end()
    }
  }
  const cancel = () => {
    running.current?.end()
    setState({ step: 'choosing' })
  }
  const isBusy = state.step === 'busy'
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className={css.columns}>
        <OutputList
          outputs={OUTPUTS}
          chosen={output}
          onChoose={(next) => {
            setOutput(next)
            if (!isBusy) setState({ step: 'choosing' })
          }}
        />
        <div className={css.options}>
          {(group === 'picture' || group === 'report') && (
            <PictureFields
              value={picture}
              onChange={setPicture}
              isPng={output === 'png'}
              isReport={group === 'report'}
            />
          )}
          {group === 'report' && <SectionFields chosen={sections} onChange={setSections} />}
          {group === 'model' && <p className={css.muted}>{MODEL_WORDS}</p>}
          {group === 'registers' && <p className={css.muted}>{REGISTER_WORDS}</p>}
          <ExportOutcome state={state} />
        </div>
      </div>
      <div className={css.actions}>
        <span className={css.title} />
        <Button variant="default" size="xs" onClick={isBusy ? cancel : onClose}>
          {isBusy ? 'Cancel' : 'Close'}
        </Button>
        <Button type="submit" size="xs" loading={isBusy} disabled={group === 'report' && sections.size === 0}>
          Download
        </Button>
      </div>
    </form>
  )
}

const MODEL_WORDS =
  'What the format has no place for goes into its extension fields where it has such, so that nothing is lost when it comes back here.'
const REGISTER_WORDS =
  'Components, links, vendors, risks, mitigations, threats, exposures and coverage as tables.'
