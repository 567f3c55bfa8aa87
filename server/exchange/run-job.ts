import * as Y from 'yjs'
import { bring, groundOf } from '../../src/collab/doc/bring.ts'
import { openBoardDoc } from '../../src/collab/doc/board-doc.ts'
import { modelOfDocument } from '../../src/collab/doc/snapshot.ts'
import { readAny } from '../../src/core/codecs/codecs.ts'
import { formatById } from '../../src/core/codecs/formats.ts'
import { intoBoard } from '../../src/core/codecs/into-board.ts'
import { laidOut } from '../../src/core/codecs/laid-out.ts'
import { oneFile } from '../../src/core/codecs/outputs.ts'
import { sourceOf } from '../../src/core/codecs/source.ts'
import { charactersOf } from '../../src/core/codecs/text-in.ts'
import type { Written } from '../../src/core/codecs/codec.ts'
import { bytesOf } from '../../src/core/codecs/zip.ts'
import type { Normalised } from '../../src/core/model/normalise.ts'
import { exportModel } from '../../src/exchange/export.ts'
import { ExportError } from '../../src/exchange/tools.ts'
import { NODE_TOOLS } from './node-tools.ts'
import { createId } from '../access/secrets.ts'
import type { Job, Outcome } from './jobs.ts'

/** What a thread does: it may take long or need much memory, and is ended then. */
export async function runJob(job: Job): Promise<Outcome> {
  const doc = new Y.Doc()
  Y.applyUpdateV2(doc, job.state)
  const board = modelOfDocument(doc)
  const { model } = board
  if (job.kind === 'export') {
    const written = await exportOrRefuse(board, job)
    if ('problems' in written) return written
    const { name, type, content } = oneFile(job.output, model.meta.title, written.files)
    const { remarks = [] } = written
    return { kind: 'exported', file: { name, type, content: bytesOf(content) }, remarks }
  }
  const format = job.format === null ? undefined : formatById(job.format)?.id
  const read = readAny(sourceOf(job.bytes, job.name), format)
  if (!read.ok) return { kind: 'refused', problems: read.problems }
  if (charactersOf(read.value.model) > job.mostText) {
    const message = `would become a board of more than the ${job.mostText} characters that one may have on this server`
    return { kind: 'refused', problems: [{ code: 'too-large', at: '(file)', message }] }
  }
  const boardDoc = openBoardDoc(doc)
  const ground = groundOf(boardDoc, (kind) => `${kind[0]}-${createId()}`)
  const incoming = intoBoard(laidOut(read.value), model, ground)
  const before = Y.encodeStateVector(doc)
  boardDoc.edit('Import', (editor) => bring(editor, incoming))
  const update = Y.encodeStateAsUpdate(doc, before)
  return {
    kind: 'brought',
    brought: { update, format: read.value.format, report: read.value.report, left: incoming.left },
  }
}

/** Pixels of a picture that is drawn here: what is drawn larger holds a gigabyte or more, and never gives it back. */
const MOST_PIXELS = 40_000_000

async function exportOrRefuse(
  board: Normalised,
  { output, options }: Extract<Job, { kind: 'export' }>,
): Promise<Written | Extract<Outcome, { kind: 'refused' }>> {
  try {
    return await exportModel(board, output, options, { ...NODE_TOOLS, mostPixels: MOST_PIXELS })
  } catch (error) {
    if (!(error instanceof ExportError)) throw error
    return { kind: 'refused', problems: [error.problem] }
  }
}
