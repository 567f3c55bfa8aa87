import { exportModel } from '../exchange/export.ts'
import { BROWSER_TOOLS, layOut } from './browser-tools.ts'
import { openExchangeDesk } from './exchange-desk.ts'
import type { ToExchange } from './exchange-messages.ts'

const take = openExchangeDesk((answer) => self.postMessage(answer), {
  layOut,
  write: async (model, output, options, on) => await exportModel(model, output, options, BROWSER_TOOLS, on),
})

self.addEventListener('message', ({ data }: MessageEvent<ToExchange>) => void take(data))
