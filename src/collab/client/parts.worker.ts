import { joinedParts, stateParts } from '../doc/state-parts.ts'
import type { Part, Whole } from './parts-messages.ts'

const post = (update: Uint8Array, isLast: boolean) =>
  self.postMessage({ update, isLast } satisfies Part, { transfer: [update.buffer] })

self.addEventListener('message', ({ data }: MessageEvent<Whole>) => {
  let held: Uint8Array | null = null
  for (const part of 'state' in data ? stateParts(data.state) : joinedParts(data.updates)) {
    if (held !== null) post(held, false)
    held = part
  }
  if (held !== null) post(held, true)
})
