import { inSlices } from '../collab/doc/next-task.ts'
import { bring, groundOf } from '../collab/doc/bring.ts'
import { intoBoardInParts } from '../core/codecs/into-board.ts'
import { KINDS, type Model, type Records } from '../core/model/records.ts'
import { useBoard, whenShown } from '../state/board-store.ts'
import { mayEdit, useConnection } from '../state/connection-store.ts'
import { select } from '../state/selection-store.ts'
import { setView } from '../state/view-store.ts'
import { type Command, command } from './command.ts'
import { newId } from './new-id.ts'

type Import = Readonly<{
  model: Model
  name: string
  /** Whether whoever asked still waits for it. */
  isWanted: () => boolean
  /** Is told when it is over, however it ended. */
  done: () => void
}>

/** Brings all records of a model into this board, beside what stands there, as one undo step. */
export const importHere: Command<Import> = command({
  id: 'board.import-here',
  label: 'Import into this board',
  icon: 'open',
  group: 'board',
  role: 'editor',
  run: async ({ editInParts, host }, { model, name, isWanted, done }) => {
    // While it is made ready the right to edit may be taken away.
    const mayGoOn = () => isWanted() && mayEdit(useConnection.getState())
    let outermost: readonly string[]
    try {
      const ground = groundOf(host.board, newId)
      const incoming = await inSlices(intoBoardInParts(model, useBoard.getState().model, ground))
      const { records, left } = incoming
      outermost = incoming.outermost
      if (!(await editInParts(`Import ${name}`, (editor) => bring(editor, incoming), mayGoOn))) {
        if (isWanted()) host.notify('Nothing was imported: you may no longer edit this board.', 'warning')
        return
      }
      host.notify([`${countOf(records)} imported from ${name}.`, ...left].join('\n'))
    } finally {
      done()
    }
    await new Promise<void>(whenShown)
    select(outermost)
    setView({ inspected: null })
    // In the next frame the canvas knows where they stand.
    requestAnimationFrame(() => host.canvas?.fit(outermost))
  },
})

function countOf(records: Records): string {
  const count = KINDS.reduce((sum, kind) => sum + records[kind].length, 0)
  return count === 1 ? '1 record' : `${count} records`
}
