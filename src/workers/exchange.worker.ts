import { BROWSER_TOOLS } from './browser-tools.ts'
import { openExchangeDesk } from './exchange-desk.ts'
import type { ToExchange } from './exchange-messages.ts'

const take = openExchangeDesk((answer) => self.postMessage(answer), BROWSER_TOOLS)

self.addEventListener('message', ({ data }: MessageEvent<ToExchange>) => void take(data))
