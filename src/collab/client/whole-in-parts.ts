import * as Y from 'yjs'
import type { Preparing } from '../doc/board-doc.ts'
import { inSlices } from '../doc/next-task.ts'
import type { Part, Whole } from './parts-messages.ts'

type Take = (update: Uint8Array) => void

/** In bytes: what is not larger is put into a document before a page misses a frame. */
const SMALL = 64 * 1024

/**
 * Puts a whole document into `doc`, each part under `preparing`; the origin `whole` says that no more will come, also where that
 * is because one could not be read: then it rejects. Gives the updates that it was put together from.
 */
export async function fillInParts(
  doc: Y.Doc,
  whole: Whole,
  origins: Readonly<{ preparing: Preparing; whole: unknown }>,
): Promise<Uint8Array[]> {
  const filled: Uint8Array[] = []
  try {
    await inParts(whole, (update) => {
      if (doc.isDestroyed) return
      Y.applyUpdate(doc, update, origins.preparing)
      filled.push(update)
    })
  } finally {
    doc.transact(() => undefined, origins.whole)
  }
  return filled
}

/**
 * Hands a whole document over as updates (version 1), a slice of time in each task. A worker cuts up what is too large for that;
 * where it cannot, it comes as it is. Rejects with what `take` throws.
 */
async function inParts(whole: Whole, take: Take): Promise<void> {
  const updates = 'state' in whole ? [whole.state] : whole.updates
  if (updates.some(({ length }) => length > SMALL) && (await cutUp(whole, take))) return
  const given = 'state' in whole ? [Y.convertUpdateFormatV2ToV1(whole.state)] : updates
  await inSlices(takeEach(given, take))
}

function* takeEach(updates: readonly Uint8Array[], take: Take): Generator<void, void, void> {
  for (const update of updates) {
    take(update)
    yield
  }
}

/** Updates put together to as few as one after another are put into a document without the page missing a frame; null where no worker can. */
export async function joinedInParts(updates: readonly Uint8Array[]): Promise<Uint8Array[] | null> {
  const parts: Uint8Array[] = []
  return (await cutUp({ updates }, (part) => parts.push(part))) ? parts : null
}

/** Whether it could. */
async function cutUp(whole: Whole, take: Take): Promise<boolean> {
  const worker = new Worker(new URL('./parts.worker.ts', import.meta.url), { type: 'module' })
  try {
    return await new Promise<boolean>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<Part>) => {
        try {
          if (data === null) resolve(true)
          else take(data)
        } catch (error) {
          reject(error)
        }
      })
      worker.addEventListener('error', () => resolve(false))
      worker.postMessage(whole)
    })
  } finally {
    worker.terminate()
  }
}
