import * as api from '../collab/client/api.ts'
import { bestKey, forgetBoard, knownBoard, noteDeletion, rememberBoard } from './known-boards.ts'
import { boardPath } from './route.ts'

/** Makes a board with what another holds, keeps its keys on this device and opens it. Throws what the server refuses with. */
export async function duplicateBoard(id: string, title: string): Promise<void> {
  const known = knownBoard(id)
  const copy = await api.copyBoard(id, (known && bestKey(known)) ?? '', title)
  rememberBoard({ id: copy.id, title, keys: copy.keys })
  window.location.assign(boardPath(copy.id, copy.keys.owner))
}

/** Deletes a board of one's own; it can be restored for a while. Throws what the server refuses with. */
export async function deleteBoard(id: string): Promise<void> {
  await api.deleteBoard(id, knownBoard(id)?.keys.owner ?? '')
  noteDeletion(id, true)
}

/** Brings a deleted board back. One whose time was over is forgotten here, too. Throws what the server refuses with. */
export async function restoreBoard(id: string): Promise<void> {
  try {
    await api.restoreBoard(id, knownBoard(id)?.keys.owner ?? '')
  } catch (error) {
    if (error instanceof api.ApiError && error.status === 404) forgetBoard(id)
    throw error
  }
  noteDeletion(id, false)
}
