import { zipSync } from 'fflate'
import type { WrittenFile } from './codec.ts'
import { encodeText } from './text.ts'

/** The first time that a zip can say, in every time zone: the same files give the same bytes. */
const NO_TIME = new Date(1980, 0, 1)

/** Several files as one archive. */
export function zipFiles(files: readonly WrittenFile[]): Uint8Array {
  const entries = files.map(({ name, content }) => [name, bytesOf(content)] as const)
  return zipSync(Object.fromEntries(entries), { mtime: NO_TIME })
}

export const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? encodeText(content) : content
