import type { WrittenFile } from './codec.ts'
import { fileName } from './file-name.ts'
import { zipOf } from './zip.ts'

/** What is handed out by one download: the file itself, or an archive of several under the board's title. */
export function oneFile(files: readonly WrittenFile[], title: string): WrittenFile {
  const [only, second] = files
  if (only !== undefined && second === undefined) return only
  return {
    name: fileName(title, '.zip'),
    type: 'application/zip',
    content: zipOf(files.map(({ name, content }) => [name, content])),
  }
}
