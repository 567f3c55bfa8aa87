import { createBoard } from '../collab/client/api.ts'
import type { Model } from '../core/model/records.ts'
import { rememberBoard } from './known-boards.ts'
import { boardPath } from './route.ts'

/** Makes a board, keeps all its keys on this device and opens it; a blob is a native file. Throws what the server refuses with. */
export async function makeBoard(content: Readonly<{ title: string }> | Model | Blob): Promise<void> {
  const { id, keys } = await createBoard(content)
  const title = content instanceof Blob ? '' : 'meta' in content ? content.meta.title : content.title
  rememberBoard({ id, title, keys })
  window.location.assign(boardPath(id, keys.owner))
}
