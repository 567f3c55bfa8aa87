import { unknownFields } from '../collab/doc/snapshot.ts'
import type { Tally } from '../core/codecs/report.ts'
import type { ExportOptions, OutputId } from '../core/codecs/outputs.ts'
import { useBoard } from '../state/board-store.ts'
import type { Host } from './command.ts'
import type { beginExchange } from './exchange.ts'

/**
 * Writes the board as it stands in a worker and offers what comes of it as a download. Rejects with words for a person where it
 * cannot be written as asked. Returns what became of its records, and what is to be known of the files.
 */
export async function exportBoard(
  exchange: ReturnType<typeof beginExchange>,
  host: Host,
  output: OutputId,
  options: ExportOptions,
): Promise<Readonly<{ tallies: readonly Tally[]; remarks: readonly string[] }>> {
  const { file, tallies, remarks } = await exchange.write(
    useBoard.getState(),
    unknownFields(host.board.doc),
    output,
    options,
  )
  host.download(file.name, file.content)
  return { tallies, remarks }
}
