import { Alert, Button, Container, Group, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core'
import { Suspense, useState } from 'react'
import { ApiError } from '../../collab/client/api.ts'
import type { Model } from '../../core/model/records.ts'
import { ACCEPTED_FILES } from '../../state/exchange-store.ts'
import { Icon } from '../../ui/icon.tsx'
import { late } from '../../ui/late.ts'
import { pickFile } from '../browser-files.ts'
import { makeBoard } from '../new-board.ts'
import { NoticesLink } from '../notices-dialog.tsx'
import { RecentBoards } from './recent-boards.tsx'
import classes from './start.module.css'
import { TemplateGallery } from './template-gallery.tsx'

const OpenFileDialog = late(async () => ({
  default: (await import('./open-file-dialog.tsx')).OpenFileDialog,
}))

type Trouble = Readonly<{ title: string; lines: readonly string[] }>

export function StartPage() {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [title, setTitle] = useState('')
  const [file, setFile] = useState<File | null>(null)

  const open = async (content: { title: string } | Model) => {
    setBusy(true)
    setTrouble(null)
    try {
      await makeBoard(content)
    } catch (error) {
      setBusy(false)
      setTrouble({ title: 'The board could not be made', lines: [describe(error)] })
    }
  }

  const openFile = async () => {
    const chosen = await pickFile(ACCEPTED_FILES)
    if (chosen !== null) setFile(chosen)
  }

  return (
    <main
      className={classes.page}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        const dropped = event.dataTransfer.files[0]
        if (dropped !== undefined) setFile(dropped)
      }}
    >
      <Container size={1080} py={48}>
        <Stack gap={40}>
          <header>
            <Group gap="sm" mb="xs">
              <img src="/icon.svg" alt="" width={36} height={36} />
              <Title order={1} size={28}>
                Ringfence
              </Title>
            </Group>
            <Text size="lg" maw={680} className={classes.lead}>
              Model a telecom network together, record what is known about its suppliers, and see the route
              along which an unmitigated vendor risk takes or reaches a critical function – and what would cut
              it.
            </Text>
          </header>

          {trouble !== null && (
            <Alert
              color="red"
              role="alert"
              title={trouble.title}
              withCloseButton
              closeButtonLabel="Dismiss"
              onClose={() => setTrouble(null)}
            >
              <ul className={classes.problems}>
                {trouble.lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </Alert>
          )}

          <section aria-labelledby="start-new">
            <Title order={2} size="h4" id="start-new" mb="sm">
              Begin
            </Title>
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
              <form
                className={classes.card}
                onSubmit={(event) => {
                  event.preventDefault()
                  void open({ title: title.trim() === '' ? 'Untitled board' : title.trim() })
                }}
              >
                <TextInput
                  label="New board"
                  description="An empty canvas for your team. No account needed."
                  placeholder="Name of the network or workshop"
                  value={title}
                  maxLength={200}
                  onChange={(event) => setTitle(event.currentTarget.value)}
                />
                <Button type="submit" loading={busy} mt="sm" leftSection={<Icon name="new" size={16} />}>
                  Create board
                </Button>
              </form>
              <div className={classes.card}>
                <Text fw={600} size="sm">
                  Open a file
                </Text>
                <Text size="xs" className={classes.muted} mb="sm">
                  A Ringfence model, or one of Threat Dragon, Open Threat Model, CycloneDX, draw.io, Microsoft
                  TMT, Threagile, GraphML, docker-compose or CSV; from here or dropped anywhere on this page.
                  It is checked before anything is made of it.
                </Text>
                <Button
                  variant="default"
                  onClick={() => void openFile()}
                  disabled={busy}
                  leftSection={<Icon name="open" size={16} />}
                >
                  Open file…
                </Button>
              </div>
            </SimpleGrid>
          </section>

          <TemplateGallery busy={busy} onChoose={(model) => void open(model)} />
          <RecentBoards />

          <footer className={classes.muted}>
            <Text size="xs">
              Ringfence is neutral: it ships no verdict on any vendor and counts a mitigation only when it is
              in force. Parts of its catalogue come from MITRE FiGHT™ and MITRE ATT&amp;CK®, reproduced with
              the permission of The MITRE Corporation; see <NoticesLink />.
            </Text>
          </footer>
        </Stack>
      </Container>
      {file !== null && (
        <Suspense>
          <OpenFileDialog file={file} onClose={() => setFile(null)} />
        </Suspense>
      )}
    </main>
  )
}

function describe(error: unknown): string {
  if (error instanceof ApiError) return error.at === null ? error.message : `${error.at}: ${error.message}`
  return error instanceof Error ? error.message : String(error)
}
