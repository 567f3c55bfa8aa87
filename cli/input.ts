import { createReadStream } from 'node:fs'
import { normalise, type Normalised } from '../src/core/model/normalise.ts'
import { parseModel } from '../src/core/model/parse.ts'
import { inWords } from '../src/core/model/problem.ts'
import { Refusal } from './command.ts'

/** Reads and normalises a native file, `-` being standard input. Throws a `Refusal` that names each place. */
export async function readNormalised(file: string): Promise<Normalised> {
  const name = file === '-' ? '(standard input)' : file
  const parsed = parseModel(decode(await readBytes(file, name), name))
  if (!parsed.ok) throw new Refusal(...parsed.problems.map((problem) => `${name}: ${inWords(problem)}`))
  return normalise(parsed.value)
}

/** No text that `parseModel` takes is longer, and a device or a pipe may never end. */
const MOST_BYTES = 256 * 1024 * 1024

async function readBytes(file: string, name: string): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of file === '-' ? process.stdin : createReadStream(file)) {
      chunks.push(chunk as Buffer)
      length += (chunk as Buffer).length
      if (length > MOST_BYTES) break
    }
  } catch (error) {
    throw new Refusal(`${name}: cannot be read (${error instanceof Error ? error.message : String(error)})`)
  }
  if (length > MOST_BYTES) throw new Refusal(`${name}: is larger than ${MOST_BYTES} bytes`)
  return Buffer.concat(chunks)
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal(`${name}: is not UTF-8 text`)
  }
}
