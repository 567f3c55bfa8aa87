import { Button, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'

/** Asks this person what the others are to see. */
export function NameForm({ name, onSave }: { name: string; onSave: (name: string) => void }) {
  const [draft, setDraft] = useState(name)
  const trimmed = draft.trim().slice(0, 60)
  const save = () => {
    if (trimmed !== '') onSave(trimmed)
  }
  return (
    <Stack gap="xs">
      <TextInput
        label="Your name, as the others see it"
        data-autofocus
        value={draft}
        maxLength={60}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && save()}
      />
      <Button size="xs" onClick={save} disabled={trimmed === ''}>
        Use this name
      </Button>
    </Stack>
  )
}
