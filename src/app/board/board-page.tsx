import { Button, Center, Loader, Stack, Tabs, Text, Title } from '@mantine/core'
import { Suspense, useDeferredValue, useEffect } from 'react'
import { Canvas } from '../../canvas/canvas.tsx'
import { openGiven } from '../../commands/import-file.ts'
import { execute } from '../../commands/execute.ts'
import { attachShortcuts } from '../../commands/shortcuts.ts'
import { InspectorPanel } from '../../panels/inspector/inspector-panel.tsx'
import { PalettePanel } from '../../panels/palette/palette-panel.tsx'
import { ScenarioLabel } from '../../panels/status/scenario-label.tsx'
import { StatusBar } from '../../panels/status/status-bar.tsx'
import { useBoard } from '../../state/board-store.ts'
import { countOpen } from '../../state/comment-store.ts'
import { useConnection } from '../../state/connection-store.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { isSupposed, useTrial } from '../../state/trial-store.ts'
import { setView, useView } from '../../state/view-store.ts'
import { useIdentity } from '../own-identity.ts'
import { late } from '../../ui/late.ts'
import classes from './board.module.css'
import { Dialogs } from './dialogs.tsx'
import { Drawer } from './drawer.tsx'
import { useLeftBehind } from './left-behind-store.ts'
import { followRegisterLinks } from './follow-register-links.ts'
import { Notices } from './notices.tsx'
import { useRivals } from './rivals-store.ts'
import { openSession, type Session, useOpenSession } from './session.ts'
import { TopBar } from './top-bar.tsx'

const OutlinePanel = late(async () => ({
  default: (await import('../../panels/outline/outline-panel.tsx')).OutlinePanel,
}))

const CommentsPanel = late(async () => ({
  default: (await import('../../panels/comments/comments-panel.tsx')).CommentsPanel,
}))

const TrialBand = late(async () => ({ default: (await import('./trial-band.tsx')).TrialBand }))
const Ended = late(async () => ({ default: (await import('./ended.tsx')).Ended }))
const BoardAlerts = late(async () => ({ default: (await import('./board-alerts.tsx')).BoardAlerts }))
const NamePrompt = late(async () => ({ default: (await import('./name-prompt.tsx')).NamePrompt }))

export function BoardPage({ id, linkKey }: { id: string; linkKey: string | null }) {
  const session = useOpenSession((state) => state.session)
  useEffect(() => openSession(id, linkKey), [id, linkKey])
  // All of a page at once would hold it up: what it is made of is drawn in pieces.
  const loaded = useDeferredValue(useConnection((state) => state.loaded))
  const end = useConnection((state) => state.end)

  if (session === 'opening') return null
  if (session === 'no-key') {
    return (
      <Message
        title="This link is not complete"
        body="A link to a board ends in #k= and a key. Ask whoever sent it for the whole link."
      />
    )
  }
  // A board that may no longer be looked at is not left standing behind a notice.
  if (end !== null && (!loaded || isOver(end.code))) {
    return (
      <Suspense>
        <Ended id={id} code={end.code} message={end.message} />
      </Suspense>
    )
  }
  if (!loaded) return <Opening onRetry={session.retryConnection} />
  return <Board session={session} />
}

const isOver = (code: string): boolean => code === 'link-ended' || code === 'deleted'

function Board({ session }: { session: Session }) {
  const { left, right, bottom, leftTab, rightTab } = useView()
  const threads = useBoard((board) => countOpen(board.model))
  const end = useConnection((state) => state.end)
  const hasLeftBehind = useLeftBehind(({ stores }) => stores.length > 0)
  const hasRivals = useRivals(({ rivals }) => rivals.length > 0)
  const hasAlert = end !== null || hasLeftBehind || hasRivals
  const isElsewhere = useTrial(isSupposed)
  // What has just been left is painted until the next answer.
  const isPainted = useAnalysis(({ before }) => before !== null)
  const colour = useIdentity((identity) => identity.colour)
  useEffect(() => attachShortcuts(window), [])
  useEffect(followRegisterLinks, [])
  return (
    <div
      className={classes.board}
      // The browser would leave the board to show the file.
      onDragOver={(event) => event.dataTransfer.types.includes('Files') && event.preventDefault()}
      onDrop={(event) => {
        const files = [...event.dataTransfer.files]
        if (files.length === 0) return
        event.preventDefault()
        execute(openGiven, files)
      }}
    >
      <TopBar onRetry={session.retryConnection} />
      {left && (
        <aside className={classes.left} aria-label="Palette and outline">
          <Tabs
            value={leftTab}
            onChange={(value) => setView({ leftTab: value === 'outline' ? 'outline' : 'palette' })}
            keepMounted={false}
            className={classes.tabs}
          >
            <Tabs.List grow aria-label="Palette and outline">
              <Tabs.Tab value="palette">Palette</Tabs.Tab>
              <Tabs.Tab value="outline">Outline</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="palette" className={classes.fill}>
              <PalettePanel />
            </Tabs.Panel>
            <Tabs.Panel value="outline" className={classes.fill}>
              <Suspense>
                <OutlinePanel />
              </Suspense>
            </Tabs.Panel>
          </Tabs>
        </aside>
      )}
      <main className={classes.canvas}>
        {hasAlert && (
          <Suspense>
            <BoardAlerts end={end?.message ?? null} onThrowAway={session.dropKept} />
          </Suspense>
        )}
        <div className={classes.drawing}>
          <Canvas colour={colour} />
          <div className={classes.over}>
            {(isElsewhere || isPainted) && (
              <Suspense>
                <TrialBand />
              </Suspense>
            )}
            <ScenarioLabel />
          </div>
        </div>
        {session.isGuest && (
          <Suspense>
            <NamePrompt />
          </Suspense>
        )}
      </main>
      {bottom && <Drawer />}
      {right && (
        <aside className={classes.right} aria-label={rightTab === 'comments' ? 'Comments' : 'Inspector'}>
          <Tabs
            value={rightTab}
            onChange={(value) => setView({ rightTab: value === 'comments' ? 'comments' : 'inspector' })}
            keepMounted={false}
            className={classes.tabs}
          >
            <Tabs.List grow aria-label="Inspector and comments">
              <Tabs.Tab value="inspector">Inspector</Tabs.Tab>
              <Tabs.Tab
                value="comments"
                rightSection={threads > 0 && <span className={classes.count}>{threads}</span>}
              >
                Comments
              </Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="inspector" className={classes.fill}>
              <InspectorPanel />
            </Tabs.Panel>
            <Tabs.Panel value="comments" className={classes.fill}>
              <Suspense>
                <CommentsPanel />
              </Suspense>
            </Tabs.Panel>
          </Tabs>
        </aside>
      )}
      <footer className={classes.status}>
        <StatusBar />
      </footer>
      <Dialogs />
      <Notices />
    </div>
  )
}

function Opening({ onRetry }: { onRetry: () => void }) {
  const phase = useConnection((state) => state.phase)
  return (
    <Center component="main" h="100%">
      <Stack align="center">
        <Title order={1} size="h4" fw={500}>
          Opening the board…
        </Title>
        <Loader aria-hidden />
        {phase === 'offline' && (
          <>
            <Text>The server does not answer. Trying again…</Text>
            <Button variant="default" onClick={onRetry}>
              Try now
            </Button>
          </>
        )}
      </Stack>
    </Center>
  )
}

function Message({ title, body }: { title: string; body: string }) {
  return (
    <Center component="main" h="100%" p="xl">
      <Stack maw={480}>
        <Title order={1} size="h3">
          {title}
        </Title>
        <Text>{body}</Text>
        <Button component="a" href="/" w="fit-content">
          To the start page
        </Button>
      </Stack>
    </Center>
  )
}
