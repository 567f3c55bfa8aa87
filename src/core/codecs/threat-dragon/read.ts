import { Draft } from '../draft.ts'
import type { Reader } from '../codec.ts'
import { withEdits } from '../edits.ts'
import { EXTENSION, withForeign } from '../extension.ts'
import { saying, textIn, without } from '../loose.ts'
import { type DragonFile, isDragon, takeApart } from './file.ts'
import { recover } from './own.ts'
import { readDiagrams } from './read-diagrams.ts'
import { mitigationsAsEdited, readThreats } from './read-threats.ts'
import { FORMAT } from './terms.ts'

/** Threat Dragon 2 and 1. All diagrams of a file come on one board; of several, each is a segment of its own. */
export const readThreatDragon: Reader = {
  format: FORMAT,
  detect: (source) => {
    const json = source.looksLike === 'json' ? source.json() : null
    return json?.ok === true && isDragon(json.value)
  },
  read: (source) => {
    const json = source.json()
    if (!json.ok) return json
    const apart = takeApart(json.value)
    if (!apart.ok) return apart
    const file = apart.value
    const draft = new Draft(FORMAT)
    const own = recover(file)
    if (own !== null) {
      draft.addBoard({ ...own.packed.board, records: mitigationsAsEdited(own, file, draft) })
      for (const id of own.packed.ids()) draft.id('ours', id)
    }
    if (own === null && EXTENSION in file.top) {
      const words = 'is of a newer Ringfence or damaged: what Threat Dragon has no fields for is left out'
      draft.account.dropped('ringfence extension', EXTENSION, words)
    }
    draft.setMeta(
      own === null ? metaOf(file) : withEdits(own.packed.board.meta, metaOf(own.file), metaOf(file)).record,
    )
    const read = readDiagrams(file, own, draft)
    if (!read.ok) return read
    readThreats(read.value, own, draft)
    return { ok: true, value: draft.finish(true) }
  },
}

/** What the file says of the whole, as fields of a board. */
function metaOf({ summary, detail, diagrams }: DragonFile) {
  const open = diagrams.length === 1 ? diagrams[0] : undefined
  const parts = {
    summary: saying(without(summary, ['title', 'description'])),
    detail: saying(without(detail, ['diagrams', 'diagramTop', 'threatTop'])),
    diagram: saying(without(open?.fields ?? {}, ['id', 'version', EXTENSION])),
  }
  const said = { title: textIn(summary['title']), description: textIn(summary['description']) }
  return withForeign(said, FORMAT, saying(parts))
}
