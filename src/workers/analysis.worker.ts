import { openDesk } from './analysis-desk.ts'
import type { ToAnalysis } from './analysis-messages.ts'
import { buffersOf } from './buffers.ts'
import { startWith } from './start.ts'

const take = openDesk(
  (message) => self.postMessage(message, { transfer: buffersOf(message) }),
  // From here, where the model is.
  startWith(() => new Worker(new URL('./plan.worker.ts', import.meta.url), { type: 'module' })),
)

self.addEventListener('message', ({ data }: MessageEvent<ToAnalysis>) => take(data))
