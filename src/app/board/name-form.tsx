import { Button, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Identity } from '../../collab/client/api.ts'
import { Icon } from '../../ui/icon.tsx'
import { COLOURS } from '../identity.ts'
import { useIdentity } from '../own-identity.ts'
import classes from './people.module.css'

/** Asks this person what the others are to see. */
export function NameForm({ onSave }: { onSave: (identity: Pick<Identity, 'name' | 'colour'>) => void }) {
  const identity = useIdentity()
  const [name, setName] = useState(identity.name)
  const [colour, setColour] = useState(identity.colour)
  const trimmed = name.trim().slice(0, 60)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (trimmed !== '') onSave({ name: trimmed, colour })
      }}
    >
      <Stack gap="xs">
        <TextInput
          label="Your name, as the others see it"
          data-autofocus
          autoComplete="name"
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <fieldset className={classes.colours}>
          <legend>Your colour</legend>
          {COLOURS.map((each) => (
            <label
              key={each.colour}
              className={classes.colour}
              style={{ background: each.colour }}
              title={each.name}
            >
              <input
                type="radio"
                name="colour"
                value={each.colour}
                aria-label={each.name}
                checked={each.colour === colour}
                onChange={() => setColour(each.colour)}
              />
              <Icon name="check" size={16} />
            </label>
          ))}
        </fieldset>
        <Button size="xs" type="submit" disabled={trimmed === ''}>
          Use this name
        </Button>
      </Stack>
    </form>
  )
}
