import type { Imported, WrittenFile } from '../core/codecs/codec.ts'
import { readAny } from '../core/codecs/codecs.ts'
import { laidOut } from '../core/codecs/laid-out.ts'
import { oneFile } from '../core/codecs/outputs.ts'
import { previewOf } from '../core/codecs/preview.ts'
import { tally } from '../core/codecs/report.ts'
import { sourceOf } from '../core/codecs/source.ts'
import { emptyModel, KINDS, type Model } from '../core/model/records.ts'
import { serialiseModel } from '../core/model/serialise.ts'
import { exportModel } from '../exchange/export.ts'
import type { ExportTools } from '../exchange/tools.ts'
import type { FromExchange, MadeFile, Said, Stage, ToExchange } from './exchange-messages.ts'
import { reasonOf } from './reason.ts'

/** What the exchange worker does with its messages: reads foreign files and writes boards, so that the page never waits. */
export function openExchangeDesk(
  tell: (answer: FromExchange) => void,
  tools: ExportTools,
): (message: ToExchange) => Promise<void> {
  let imported: Imported | null = null
  let board = emptyModel()
  const on = (stage: Stage) => tell({ kind: 'stage', stage })

  const take = (title: string, said: Said): Model => {
    if (imported === null) throw new Error('No file has been read.')
    if (!imported.placed) on('laying out')
    const model = laidOut(imported, new Map(said))
    return { ...model, meta: { ...model.meta, title } }
  }

  const answer = async (message: ToExchange): Promise<FromExchange | null> => {
    switch (message.kind) {
      case 'read': {
        on('reading')
        const { file } = message
        const read = readAny(sourceOf(new Uint8Array(await file.arrayBuffer()), file.name))
        imported = read.ok ? read.value : null
        return read.ok
          ? { kind: 'preview', preview: previewOf(read.value, file.name) }
          : { kind: 'refused', problems: read.problems }
      }
      case 'take': {
        const model = take(message.title, message.said)
        return message.as === 'model'
          ? { kind: 'model', model }
          : { kind: 'file', file: new Blob([serialiseModel(model)]) }
      }
      case 'part': {
        const lists = KINDS.map((kind) => [kind, [...board[kind], ...(message.lists[kind] ?? [])]])
        board = { ...board, ...message.extra, ...Object.fromEntries(lists), meta: message.meta ?? board.meta }
        return null
      }
      case 'write': {
        const {
          files,
          report,
          remarks = [],
        } = await exportModel(
          { model: board, setAside: message.setAside },
          message.output,
          message.options,
          tools,
          on,
        )
        return {
          kind: 'written',
          file: made(oneFile(message.output, board.meta.title, files)),
          tallies: tally(report),
          remarks,
        }
      }
    }
  }

  return async (message) => {
    try {
      const said = await answer(message)
      if (said !== null) tell(said)
    } catch (error) {
      tell({ kind: 'failed', reason: reasonOf(error) })
    }
  }
}

const made = ({ name, type, content }: WrittenFile): MadeFile => ({
  name,
  content: new Blob([content as BlobPart], { type }),
})
