import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Model } from '../../src/core/model/records.ts'
import { autoLayout, type Elk } from '../../src/exchange/auto-layout.ts'
import type { ExportTools } from '../../src/exchange/export.ts'

const { resolve } = createRequire(import.meta.url)
const fileOf = async (name: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await readFile(resolve(name)))

/** What exports need, from the packages that are installed beside the program. */
export const NODE_TOOLS: ExportTools = {
  fonts: async () => ({
    regular: await fileOf('pdfmake/fonts/Roboto/Roboto-Regular.ttf'),
    medium: await fileOf('pdfmake/fonts/Roboto/Roboto-Medium.ttf'),
  }),
  wasm: async () => await fileOf('@resvg/resvg-wasm/index_bg.wasm'),
}

/** Long enough for elk on a board of the largest size that it is asked about, on a slow machine. */
const LAYOUT_MS = 20_000

/** Gives places to a model that has none. */
export async function layOut(model: Model): Promise<Model> {
  return await autoLayout(model, await findElk(), { signal: AbortSignal.timeout(LAYOUT_MS) })
}

/** Null where the package is not installed: everything then stands as it was planned without its advice. */
async function findElk(): Promise<Elk | null> {
  try {
    const { default: ELK } = await import('elkjs/lib/elk.bundled.js')
    return new ELK()
  } catch {
    return null
  }
}
