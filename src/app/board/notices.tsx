import { Button, Group, Stack, Text } from '@mantine/core'
import { Suspense } from 'react'
import { create } from 'zustand'
import { ActionButton } from '../../ui/action-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { late } from '../../ui/late.ts'
import classes from './board.module.css'
import { useSummons } from './summon-store.ts'

const Summons = late(async () => ({ default: (await import('./summons.tsx')).Summons }))

/** What a notice leads to. */
type NoticeAction = Readonly<{ label: string; run: () => void }>
type Notice = Readonly<{
  id: number
  message: string
  tone: 'info' | 'warning'
  action: NoticeAction | null
}>

type Word = Readonly<{ id: number; message: string; at: number }>

const useNotices = create<{ notices: readonly Notice[]; spoken: readonly Word[] }>()(() => ({
  notices: [],
  spoken: [],
}))
let lastId = 0

const SPOKEN_MS = 5_000
const MOST_SPOKEN = 3

const dismiss = (id: number) =>
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }))

/** Shows a notice until it is dismissed or, unless it is a warning, for eight seconds. */
export function notify(
  message: string,
  tone: Notice['tone'] = 'info',
  action: NoticeAction | null = null,
): void {
  const id = ++lastId
  useNotices.setState(({ notices }) => ({ notices: [...notices.slice(-2), { id, message, tone, action }] }))
  if (tone === 'info') setTimeout(() => dismiss(id), 8000)
}

/** Says something to screen readers alone. */
export function announce(message: string): void {
  const word = { id: ++lastId, message, at: Date.now() }
  // What was said a moment ago stays beside it: taken away it might never be read out.
  useNotices.setState(({ spoken }) => ({
    spoken: [...spoken.filter(({ at }) => word.at - at < SPOKEN_MS).slice(1 - MOST_SPOKEN), word],
  }))
}

export function Notices() {
  const notices = useNotices((state) => state.notices)
  const spoken = useNotices((state) => state.spoken)
  const isSummoned = useSummons(({ summons }) => summons.length > 0)
  return (
    <>
      <div className="rf-visually-hidden" aria-live="polite" data-testid="announcer">
        {spoken.map(({ id, message }) => (
          <p key={id}>{message}</p>
        ))}
      </div>
      <Stack className={classes.notices} gap="xs" role="region" aria-label="Notices">
        {isSummoned && (
          <Suspense>
            <Summons />
          </Suspense>
        )}
        {notices.map(({ id, message, tone, action }) => (
          <div key={id} className={classes.notice} role={tone === 'warning' ? 'alert' : 'status'}>
            <Group wrap="nowrap" gap="xs" align="flex-start">
              <Icon name={tone === 'warning' ? 'warning' : 'check'} />
              <Text size="sm" style={{ flex: 1, whiteSpace: 'pre-line' }}>
                {message}
                {action !== null && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    display="block"
                    mt={6}
                    onClick={() => {
                      dismiss(id)
                      action.run()
                    }}
                  >
                    {action.label}
                  </Button>
                )}
              </Text>
              <ActionButton label="Dismiss" icon="close" onClick={() => dismiss(id)} />
            </Group>
          </div>
        ))}
      </Stack>
    </>
  )
}
