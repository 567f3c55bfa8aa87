import { createReadStream } from 'node:fs'
import type { Imported } from '../src/core/codecs/codec.ts'
import { readAny } from '../src/core/codecs/codecs.ts'
import type { FormatId } from '../src/core/codecs/formats.ts'
import { laidOut, withNames } from '../src/core/codecs/laid-out.ts'
import { READ_LIMITS } from '../src/core/codecs/limits.ts'
import { sourceOf } from '../src/core/codecs/source.ts'
import type { Normalised } from '../src/core/model/normalise.ts'
import { inWords } from '../src/core/model/problem.ts'
import { Refusal } from './command.ts'

/** Reads a file of any format that can be read, or of the one named. Throws a `Refusal` that names each place. */
async function readImported(file: string, format?: FormatId): Promise<Imported> {
  const name = file === '-' ? '(standard input)' : file
  const read = readAny(sourceOf(await readBytes(file, name), file), format)
  if (!read.ok) throw new Refusal(...read.problems.map((problem) => `${name}: ${inWords(problem)}`))
  return read.value
}

/** The same with a place for everything, where the file says none. */
export async function readLaidOut(file: string, format?: FormatId): Promise<Imported> {
  const imported = await readImported(file, format)
  return { ...imported, model: laidOut(imported) }
}

/** The same for who asks for the model alone. */
export async function readNormalised(file: string): Promise<Normalised> {
  const imported = await readImported(file)
  return { ...imported, model: withNames(imported) }
}

/** Nothing larger is read, and a device or a pipe may never end. */
const MOST_BYTES = READ_LIMITS.bytes

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
