import { openPlanDesk } from './plan-desk.ts'
import type { PlanRequest } from './plan-messages.ts'

const take = openPlanDesk((answer) => self.postMessage(answer))

self.addEventListener('message', ({ data }: MessageEvent<PlanRequest>) => take(data))
