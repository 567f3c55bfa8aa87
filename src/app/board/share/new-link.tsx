import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Role, ROLES } from '../../../collab/doc/wire.ts'
import { expiryOf, type Life, LIVES, roleWord } from './link-words.ts'

type Asked = Readonly<{ role: Role; name: string; expires: string | null }>

const MOST_NAME = 60

export function NewLink({ disabled, onMake }: { disabled: boolean; onMake: (asked: Asked) => void }) {
  const [role, setRole] = useState<Role>('viewer')
  const [life, setLife] = useState<Life>('never')
  const [name, setName] = useState('')
  return (
    <form
      aria-label="New link"
      onSubmit={(event) => {
        event.preventDefault()
        onMake({ role, name: name.trim(), expires: expiryOf(life, new Date()) })
        setName('')
      }}
    >
      <Group align="flex-end" gap="xs">
        <NativeSelect
          label="Role"
          data={ROLES.map((value) => ({ value, label: roleWord(value) }))}
          value={role}
          onChange={({ currentTarget: { value } }) =>
            setRole(ROLES.find((each) => each === value) ?? 'viewer')
          }
        />
        <TextInput
          style={{ flex: 1 }}
          label="For whom"
          placeholder="Workshop on Thursday"
          maxLength={MOST_NAME}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label="How long"
          data={LIVES.map(({ value, label }) => ({ value, label }))}
          value={life}
          onChange={({ currentTarget: { value } }) =>
            setLife(LIVES.find((each) => each.value === value)?.value ?? 'never')
          }
        />
        <Button type="submit" disabled={disabled}>
          Make a link
        </Button>
      </Group>
    </form>
  )
}
