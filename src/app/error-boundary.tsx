import { Button, Center, Code, Stack, Text, Title } from '@mantine/core'
import { Component, type ReactNode } from 'react'

type State = Readonly<{ error: Error | null }>

/** The last net: a fault in drawing shows what happened and a way on; the board itself is safe on the server. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === null) return this.props.children
    return (
      <Center component="main" h="100%" p="xl">
        <Stack maw={520}>
          <Title order={1} size="h3">
            Something went wrong in this page
          </Title>
          <Text>
            What the server has acknowledged is safe. Reload to go on; if it happens again, tell us this:
          </Text>
          <Code block>{error.message}</Code>
          <Button onClick={() => window.location.reload()} w="fit-content">
            Reload
          </Button>
        </Stack>
      </Center>
    )
  }
}
