import type { Written } from '../core/codecs/codec.ts'
import { writerOf } from '../core/codecs/codecs.ts'
import type { Model } from '../core/model/records.ts'
import type { OutputId } from './outputs.ts'

export type ExportOptions = Readonly<{
  /** The day for acceptances and lapses, `YYYY-MM-DD`. */
  date: string
}>

/** Hands out a normalised model. Throws an `ExportError` where it cannot be done as asked. */
export async function exportModel(model: Model, output: OutputId, options: ExportOptions): Promise<Written> {
  const writer = writerOf(output as never)
  if (writer === undefined) throw new ExportError(`${output} cannot be written`)
  return await Promise.resolve(writer.write(model, options))
}

/** What cannot be handed out as asked, and what to do about it. */
export class ExportError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ExportError'
  }
}
