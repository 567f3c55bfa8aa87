import { type Exchange, openExchange } from '../workers/exchange-client.ts'
import type { Stage } from '../workers/exchange-messages.ts'

/** Starts the worker that reads and writes files, for as long as a dialog needs it. */
export const beginExchange = (onStage: (stage: Stage) => void): Exchange => openExchange(onStage)
