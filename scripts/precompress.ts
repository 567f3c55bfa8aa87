import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const FOLDER = 'dist/app'
const TEXT = /\.(?:js|css|html|svg|json|txt|webmanifest|wasm)$/
/** Below this, headers outweigh what compression saves. */
const MIN_BYTES = 1024

const brotli = promisify(brotliCompress)
const gz = promisify(gzip)

/** Puts `x.br` and `x.gz` beside every text file of the built app, for the server to send as they are. */
async function precompress(file: string): Promise<void> {
  const bytes = await readFile(file)
  if (bytes.length < MIN_BYTES) return
  const [br, gzipped] = await Promise.all([
    brotli(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
    gz(bytes, { level: 9 }),
  ])
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gzipped)])
}

const files = (await readdir(FOLDER, { recursive: true })).filter((file) => TEXT.test(file))
await Promise.all(files.map((file) => precompress(join(FOLDER, file))))
