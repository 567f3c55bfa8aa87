import { Stack } from '@mantine/core'
import { Disconnected } from './disconnected.tsx'
import { LeftBehindChanges } from './left-behind.tsx'
import { Rivals } from './rivals.tsx'

/** Over the canvas: what keeps this person's work from the others. */
export function BoardAlerts({ end, onThrowAway }: { end: string | null; onThrowAway: () => Promise<void> }) {
  return (
    <Stack gap="xs" m="sm" style={{ position: 'absolute', zIndex: 20, inset: '0 0 auto' }}>
      {end !== null && <Disconnected message={end} onThrowAway={onThrowAway} />}
      <LeftBehindChanges />
      <Rivals />
    </Stack>
  )
}
