import { Center, Loader, MantineProvider } from '@mantine/core'
import { useColorScheme } from '@mantine/hooks'
import { Suspense } from 'react'
import { useView } from '../state/view-store.ts'
import { cssVariables, theme } from '../ui/theme.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { routeOf } from './route.ts'
import { late } from '../ui/late.ts'

const StartPage = late(async () => ({ default: (await import('./start/start-page.tsx')).StartPage }))
const BoardPage = late(async () => ({ default: (await import('./board/board-page.tsx')).BoardPage }))

export function App() {
  const wanted = useView((view) => view.scheme)
  const system = useColorScheme()
  const route = routeOf(window.location)
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      forceColorScheme={wanted === 'auto' ? system : wanted}
    >
      <ErrorBoundary>
        <Suspense fallback={<Waiting />}>
          {route.page === 'board' ? <BoardPage id={route.id} linkKey={route.key} /> : <StartPage />}
        </Suspense>
      </ErrorBoundary>
    </MantineProvider>
  )
}

function Waiting() {
  return (
    <Center component="main" h="100%">
      <Loader aria-label="Loading" />
    </Center>
  )
}
