import { SimpleGrid, Table, Text, Title } from '@mantine/core'
import type { Command } from '../../commands/command.ts'
import { formatKeys } from '../../commands/keys.ts'
import { LISTED } from '../../commands/registry.ts'
import { setView, useView } from '../../state/view-store.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { NoticesLink } from '../notices-dialog.tsx'
import classes from './board.module.css'

const GROUPS: readonly { group: Command['group']; title: string }[] = [
  { group: 'edit', title: 'Edit' },
  { group: 'create', title: 'Create' },
  { group: 'view', title: 'View' },
  { group: 'exposure', title: 'Exposure' },
  { group: 'board', title: 'Board' },
  { group: 'help', title: 'Help' },
]

/** Every key of the registry, and the few words one needs to read a board. */
export function HelpSheet() {
  const opened = useView((view) => view.dialog === 'help')
  return (
    <Dialog
      opened={opened}
      onClose={() => setView({ dialog: null })}
      title="Keys and words"
      size="xl"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Text size="sm" mb="md">
        A critical function is <b>taken</b> when an attacker who holds a product at risk gets in: he controls
        what it is managed by, or an open weakness lets him in. It is <b>reached</b> when he stands at its
        door and no known weakness lets him in. Only mitigations in force count: planned ones cut nothing
        until they are implemented.
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl">
        {GROUPS.map(({ group, title }) => (
          <section key={group} aria-label={title}>
            <Title order={3} size="h6" mb={4}>
              {title}
            </Title>
            <Table verticalSpacing={3} fz="sm">
              <Table.Tbody>
                {LISTED.filter((command) => command.group === group).map((command) => (
                  <Table.Tr key={command.id}>
                    <Table.Td>{command.label}</Table.Td>
                    <Table.Td ta="right">
                      {(command.keys ?? []).map((keys) => (
                        <kbd key={keys} className={classes.keys} style={{ marginLeft: 4 }}>
                          {formatKeys([keys])}
                        </kbd>
                      ))}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </section>
        ))}
      </SimpleGrid>
      <Text size="xs" mt="md">
        Parts of the catalogue come from MITRE FiGHT™ and MITRE ATT&amp;CK®; see <NoticesLink />.
      </Text>
    </Dialog>
  )
}
