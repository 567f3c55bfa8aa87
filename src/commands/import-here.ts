import { intoBoard } from '../core/codecs/into-board.ts'
import { type Kind, KINDS, type Model, type RecordOf } from '../core/model/records.ts'
import { useBoard } from '../state/board-store.ts'
import { select } from '../state/selection-store.ts'
import { setView } from '../state/view-store.ts'
import { type Command, command } from './command.ts'
import { newId } from './new-id.ts'
import { placedCount } from './placed.ts'

/** Brings all records of a model into this board, beside what stands there, as one undo step. */
export const importHere: Command<Readonly<{ model: Model; name: string }>> = command({
  id: 'board.import-here',
  label: 'Import into this board',
  icon: 'open',
  group: 'board',
  role: 'editor',
  run: ({ edit, host }, { model, name }) => {
    const { records, outermost, lastThreat, left } = intoBoard(model, useBoard.getState().model, newId)
    edit(`Import ${name}`, (editor) => {
      for (const kind of KINDS) createAll(kind, records[kind])
      editor.keepMeta({ lastThreat })
      function createAll<K extends Kind>(of: K, list: readonly RecordOf[K][]) {
        for (const record of list) editor.create(of, record)
      }
    })
    select(outermost)
    setView({ inspected: null })
    host.announce(`${placedCount(records)} imported from ${name}`)
    if (left.length > 0) host.notify(left.join('\n'))
    // In the next frame the canvas knows where they stand.
    requestAnimationFrame(() => host.canvas?.fit(outermost))
  },
})
