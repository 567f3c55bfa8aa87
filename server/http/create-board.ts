import * as Y from 'yjs'
import { seedDocument } from '../../src/collab/doc/snapshot.ts'
import { readModel } from '../../src/core/model/parse.ts'
import { emptyModel, KINDS, type Model } from '../../src/core/model/records.ts'
import { type BoardKeys, createLinks } from '../access/links.ts'
import { createId } from '../access/secrets.ts'
import type { Limits } from '../config.ts'
import type { Store } from '../storage/store.ts'
import { HttpError, refusedBy } from './http-error.ts'

export const MOST_TITLE = 200

/** Stores a new board that holds `model`, with a link for each role. Throws an HttpError where it is too large. */
export async function createBoard(
  model: Model,
  store: Store,
  limits: Limits,
): Promise<{ id: string; keys: BoardKeys }> {
  const records = KINDS.reduce((sum, kind) => sum + model[kind].length, 0)
  if (records > limits.roomRecords) {
    throw new HttpError(
      413,
      'too-large',
      `A board holds at most ${limits.roomRecords} records, not ${records}.`,
    )
  }
  const doc = new Y.Doc()
  seedDocument(doc, model, createId())
  const snapshot = Y.encodeStateAsUpdateV2(doc)
  doc.destroy()
  if (snapshot.length > limits.roomBytes) {
    throw new HttpError(
      413,
      'too-large',
      `A board holds at most ${limits.roomBytes} bytes, not ${snapshot.length}.`,
    )
  }
  const id = createId()
  const { keys, links } = createLinks()
  await store.create({ id, links, snapshot })
  return { id, keys }
}

/** The model that a request's body stands for: `{ title }` or a whole one. Throws an HttpError on any other. */
export function readNewBoard(body: unknown): Model {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new HttpError(400, 'wrong-type', 'Send a title or a whole model, as a JSON object.', {
      at: '(file)',
    })
  }
  if ('format' in body) {
    const read = readModel(body)
    if (!read.ok) throw refusedBy(read.problems)
    return read.value
  }
  const { title, ...others } = body as Record<string, unknown>
  const [other] = Object.keys(others)
  if (other !== undefined) {
    throw new HttpError(400, 'unknown-field', 'Send a title alone, or a whole model with its format.', {
      at: other,
    })
  }
  if (typeof title !== 'string') throw new HttpError(400, 'missing', 'Expected text.', { at: 'title' })
  if (title.trim() === '' || title.length > MOST_TITLE) {
    throw new HttpError(400, 'wrong-value', `Expected 1 to ${MOST_TITLE} characters.`, { at: 'title' })
  }
  return emptyModel(title.trim())
}
