import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
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

async function readBytes(file: string, name: string): Promise<Uint8Array> {
  try {
    return await (file === '-' ? buffer(process.stdin) : readFile(file))
  } catch (error) {
    throw new Refusal(`${name}: cannot be read (${error instanceof Error ? error.message : String(error)})`)
  }
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal(`${name}: is not UTF-8 text`)
  }
}
