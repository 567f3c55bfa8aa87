import type { Written } from '../src/core/codecs/codec.ts'
import type { ExportOptions, OutputId } from '../src/core/codecs/outputs.ts'
import type { Normalised } from '../src/core/model/normalise.ts'
import { exportModel } from '../src/exchange/export.ts'
import { ExportError } from '../src/exchange/tools.ts'
import { NODE_TOOLS } from '../server/exchange/node-tools.ts'
import { oneOf, Refusal } from './command.ts'
import { writeFiles } from './output.ts'

/** Which of these outputs a file is to become, by its extension; `to` where that is said. Throws a `Refusal`. */
export function outputFor(
  output: string,
  to: string | undefined,
  outputs: Readonly<Record<string, OutputId>>,
): OutputId {
  if (to !== undefined) return outputs[oneOf('to', to, Object.keys(outputs))] as OutputId
  const found = outputs[/\.([a-z]+)$/i.exec(output)?.[1]?.toLowerCase() ?? '']
  if (found === undefined)
    throw new Refusal(
      `${output}: expected a name that ends in ${Object.keys(outputs)
        .map((each) => `.${each}`)
        .join(', ')}, or --to`,
    )
  return found
}

/** Writes a board to a file, a folder or standard output. Throws a `Refusal` where it cannot be written as asked. */
export async function exportTo(
  file: string,
  board: Normalised,
  output: OutputId,
  options: ExportOptions,
): Promise<void> {
  const { files, remarks = [] } = await writtenAs(board, output, options)
  await writeFiles(file, files)
  for (const remark of remarks) process.stderr.write(`${remark}\n`)
}

/** A board as an output. Throws a `Refusal` where it cannot be written as asked. */
export async function writtenAs(
  board: Normalised,
  output: OutputId,
  options: ExportOptions,
): Promise<Written> {
  try {
    return await exportModel(board, output, options, NODE_TOOLS)
  } catch (error) {
    if (error instanceof ExportError) throw new Refusal(error.message)
    if (error instanceof Error && 'code' in error && /MODULE_NOT_FOUND/.test(String(error.code)))
      throw new Refusal(
        'this needs packages that are not installed beside the program; install ringfence with npm',
      )
    throw error
  }
}
