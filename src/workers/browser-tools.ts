import medium from 'pdfmake/fonts/Roboto/Roboto-Medium.ttf?url'
import regular from 'pdfmake/fonts/Roboto/Roboto-Regular.ttf?url'
import wasm from '@resvg/resvg-wasm/index_bg.wasm?url'
import elkWorker from 'elkjs/lib/elk-worker.min.js?url'
import ElkApi from 'elkjs/lib/elk-api.js'
import type { Model } from '../core/model/records.ts'
import { autoLayout, type Elk } from '../exchange/auto-layout.ts'
import type { ExportTools } from '../exchange/export.ts'

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

/** Nobody waits longer for a better layout. */
const LAYOUT_MS = 10_000

/** Gives places to a model that has none. Elk works in a worker of its own, which is ended when it is late. */
export async function layOut(model: Model): Promise<Model> {
  const worker = new Worker(elkWorker)
  try {
    const elk: Elk = new ElkApi({ workerFactory: () => worker })
    return await autoLayout(model, elk, { signal: AbortSignal.timeout(LAYOUT_MS) })
  } finally {
    worker.terminate()
  }
}
