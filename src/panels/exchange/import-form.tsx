import { Button, TextInput } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { formatById } from '../../core/codecs/formats.ts'
import type { Mapping } from '../../core/codecs/guess.ts'
import type { Preview } from '../../core/codecs/preview.ts'
import type { Model } from '../../core/model/records.ts'
import { rememberedMapping, rememberMapping } from '../../state/mapping-memory.ts'
import { ElementMapping } from './element-mapping.tsx'
import css from './exchange.module.css'
import { ImportAccount } from './import-account.tsx'
import { StageProgress } from './stage-progress.tsx'
import { useImport } from './use-import.ts'

/** What may be made of a file. Both throw what is to be shown. */
export type Targets = Readonly<{
  /** `file`: a native one. */
  newBoard: (file: Blob) => Promise<void>
  /** Null where nobody may edit what is open, or nothing is. */
  here: ((model: Model, name: string) => Promise<void>) | null
}>

/** From a chosen file to a board: reading, what it would bring, what its elements are, and where it goes. */
export function ImportForm({
  file,
  targets,
  onClose,
}: {
  file: File
  targets: Targets
  onClose: () => void
}) {
  const { state, work } = useImport(file)
  // Of one of our own of which nothing is lost there is nothing to ask, where it can only become a new board.
  const plain =
    state.step === 'preview' && targets.here === null && isWhole(state.preview) ? state.preview : null
  useEffect(() => {
    if (plain !== null)
      void work(async (exchange) => await targets.newBoard(await exchange.takeFile(plain.title, [])))
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each file
  }, [plain])
  if (state.step === 'busy') {
    return (
      <div className={css.busy} role="status">
        <StageProgress label="Importing" stages={STAGES} stage={state.stage}>
          <span className={css.muted}>{file.name}</span>
        </StageProgress>
        <Button variant="default" size="compact-sm" onClick={onClose}>
          Cancel
        </Button>
      </div>
    )
  }
  if (state.step === 'refused') {
    return (
      <div role="alert" className={css.refused}>
        <p className={css.refusedHead}>{file.name} cannot be opened. Nothing was made of it.</p>
        <ul>
          {state.problems.map(({ at, message }) => (
            <li key={`${at} ${message}`}>
              {at}: {message}
            </li>
          ))}
        </ul>
        <Button variant="default" size="compact-sm" onClick={onClose}>
          Close
        </Button>
      </div>
    )
  }
  return <Choice file={file} preview={state.preview} targets={targets} work={work} onClose={onClose} />
}

const isWhole = ({ format, noteCount }: Preview): boolean => format === 'ringfence' && noteCount === 0

const STAGES: Readonly<Record<string, string>> = {
  reading: 'Reading…',
  'laying out': 'Finding a place for everything…',
  writing: 'Making the board…',
}

function Choice({
  file,
  preview,
  targets,
  work,
  onClose,
}: {
  file: File
  preview: Preview
  targets: Targets
  work: ReturnType<typeof useImport>['work']
  onClose: () => void
}) {
  const [title, setTitle] = useState(preview.title)
  const [said, setSaid] = useState<Mapping>(() => known(preview))
  const entries = useMemo(() => [...said], [said])
  const name = title.trim() === '' ? 'Imported board' : title.trim()
  const make = async () => {
    rememberMapping(said)
    await work(async (exchange) => await targets.newBoard(await exchange.takeFile(name, entries)))
  }
  const bring = async () => {
    rememberMapping(said)
    await work(async (exchange) => {
      await targets.here?.(await exchange.takeModel(name, entries), file.name)
      onClose()
    })
  }
  const isEmpty = preview.kinds.length === 0
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <p>
        <strong>{file.name}</strong> is a model of {formatById(preview.format)?.name ?? preview.format}.
        {!preview.placed && ' It does not say where things stand, so they are laid out.'}
      </p>
      <div className={css.scroll}>
        <ImportAccount preview={preview} />
        {preview.elements.length > 0 && <ElementMapping preview={preview} said={said} onSay={setSaid} />}
      </div>
      <div className={css.actions}>
        <TextInput
          label="Title of the new board"
          size="xs"
          className={css.title}
          value={title}
          maxLength={200}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Button variant="default" size="xs" onClick={onClose}>
          Cancel
        </Button>
        {targets.here !== null && (
          <Button variant="default" size="xs" disabled={isEmpty} onClick={() => void bring()}>
            Into this board
          </Button>
        )}
        <Button type="submit" size="xs">
          New board
        </Button>
      </div>
    </form>
  )
}

/** What was said before of elements that this file has, too. */
function known({ elements }: Preview): Mapping {
  const remembered = rememberedMapping()
  return new Map(
    elements.flatMap(({ key }) => {
      const before = remembered.get(key)
      return before === undefined ? [] : [[key, before] as const]
    }),
  )
}
