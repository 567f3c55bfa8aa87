import { zipSync } from 'fflate'
import { encodeText } from './text.ts'

/** The first moment that an archive can say, by the clock of wherever this runs: always the same bytes. */
const NO_TIME = new Date(1980, 0, 1)

/** An archive of these files by name, which says nothing of when it was made. */
export function zipOf(files: Iterable<readonly [name: string, content: string | Uint8Array]>): Uint8Array {
  const packed = Object.fromEntries(
    [...files].map(([name, content]) => [name, typeof content === 'string' ? encodeText(content) : content]),
  )
  return zipSync(packed, { mtime: NO_TIME })
}
