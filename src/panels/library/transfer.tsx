import { useState } from 'react'
import { execute, getHost } from '../../commands/execute.ts'
import { takeOverEntries } from '../../commands/library.ts'
import { newId } from '../../commands/new-id.ts'
import { readLibrary, writeLibrary } from '../../core/codecs/library/library.ts'
import { planTakeOver } from '../../core/codecs/library/take-over.ts'
import { inWords } from '../../core/model/problem.ts'
import type { Entry } from '../../core/model/records.ts'
import { useBoard } from '../../state/board-store.ts'
import { Icon } from '../../ui/icon.tsx'
import css from './library.module.css'
import { takenInWords } from './taken-words.ts'

const EXTENSION = '.ringfence-library.json'
const MEDIA_TYPE = 'application/vnd.ringfence-library+json'

/** Own entries as a file, out and in. What a file brought, or why it was refused, stays to be read. */
export function Transfer({ entries, editable }: { entries: readonly Entry[]; editable: boolean }) {
  const [report, setReport] = useState<readonly string[]>([])
  const save = () =>
    getHost()?.download(`own-entries${EXTENSION}`, new Blob([writeLibrary(entries)], { type: MEDIA_TYPE }))
  const load = async () => {
    const file = await getHost()?.pickFile(`${EXTENSION},application/json`)
    if (file === null || file === undefined) return
    const read = readLibrary(await file.text())
    if (!read.ok) {
      setReport([`${file.name} cannot be taken over.`, ...read.problems.slice(0, 5).map(inWords)])
      return
    }
    // The board of now: others may have edited while the file was being chosen.
    const { entries: there } = useBoard.getState().model
    const isTaken = (id: string) => getHost()?.board.holds(id) === true
    const plan = planTakeOver(there, read.value, isTaken, () => newId('entries'))
    execute(takeOverEntries, { entries: plan.created })
    setReport([takenInWords(file.name, plan)])
  }
  return (
    <>
      {editable && (
        <button type="button" className={css.button} onClick={() => void load()}>
          <Icon name="open" size={14} /> Import a file
        </button>
      )}
      {entries.length > 0 && (
        <button type="button" className={css.button} onClick={save}>
          <Icon name="download" size={14} /> Export own entries
        </button>
      )}
      <div role="status" className={report.length === 0 ? undefined : css.report}>
        {report.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </>
  )
}
