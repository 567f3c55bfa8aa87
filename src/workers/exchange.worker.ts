import { exportModel } from '../exchange/export.ts'
import { openExchangeDesk } from './exchange-desk.ts'
import type { ToExchange } from './exchange-messages.ts'

const take = openExchangeDesk((answer) => self.postMessage(answer), {
  layOut: async (model) => await Promise.resolve(model),
  write: async (model, output, options) => await exportModel(model, output, options),
})

self.addEventListener('message', ({ data }: MessageEvent<ToExchange>) => void take(data))
