import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { ExportTools } from '../../src/exchange/tools.ts'

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
