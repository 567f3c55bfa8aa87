import medium from 'pdfmake/fonts/Roboto/Roboto-Medium.ttf?url'
import regular from 'pdfmake/fonts/Roboto/Roboto-Regular.ttf?url'
import wasm from '@resvg/resvg-wasm/index_bg.wasm?url'
import type { ExportTools } from '../exchange/tools.ts'

/** What exports need, fetched from where the app comes from once somebody asks for it. */
export const BROWSER_TOOLS: ExportTools = {
  fonts: async () => ({ regular: await bytesAt(regular), medium: await bytesAt(medium) }),
  wasm: async () => await bytesAt(wasm),
}

async function bytesAt(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url).catch(() => null)
  if (response?.ok !== true)
    throw new Error('A part of Ringfence cannot be loaded. Check the network and try again.')
  return new Uint8Array(await response.arrayBuffer())
}
