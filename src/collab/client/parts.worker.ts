import { joinedParts, stateParts } from '../doc/state-parts.ts'
import type { Part, Whole } from './parts-messages.ts'

const post = (part: Part) => self.postMessage(part, { transfer: part === null ? [] : [part.buffer] })

self.addEventListener('message', ({ data }: MessageEvent<Whole>) => {
  for (const part of 'state' in data ? stateParts(data.state) : joinedParts(data.updates)) post(part)
  post(null)
})
