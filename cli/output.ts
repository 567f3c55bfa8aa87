import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WrittenFile } from '../src/core/codecs/codec.ts'
import { Refusal } from './command.ts'

/** Writes to a file, to standard output (`-`), or into a folder, which several files need. Throws a `Refusal`. */
export async function writeFiles(output: string, files: readonly WrittenFile[]): Promise<void> {
  const [only] = files
  if (output !== '-' && isFolder(output)) {
    for (const { name, content } of files) write(join(output, name), content)
    return
  }
  if (only === undefined || files.length > 1)
    throw new Refusal(
      `${output}: this format has ${files.length} files; give a folder that exists, or one ending in /`,
    )
  if (output !== '-') return write(output, only.content)
  // A pipe takes what it can: the program must not end before the rest has gone.
  await new Promise<void>((resolve) => process.stdout.write(only.content, () => resolve()))
}

const isFolder = (output: string): boolean =>
  orRefused(output, () => {
    if (output.endsWith('/')) mkdirSync(output, { recursive: true })
    return statSync(output, { throwIfNoEntry: false })?.isDirectory() === true
  })

const write = (file: string, content: string | Uint8Array): void =>
  orRefused(file, () => writeFileSync(file, content))

function orRefused<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new Refusal(
      `${file}: cannot be written (${error instanceof Error ? error.message : String(error)})`,
    )
  }
}
