import { Alert, Button, Group, Text } from '@mantine/core'
import { setFields, setMeta } from '../../commands/edit-fields.ts'
import { execute } from '../../commands/execute.ts'
import { useBoard } from '../../state/board-store.ts'
import { mayEdit, useConnection } from '../../state/connection-store.ts'
import { fieldInWords, rivalInWords, valueInWords } from './rival-words.ts'
import { keyOf, type Rival, undecided, useRivals } from './rivals-store.ts'

/** What is in a segment lies relative to it: a field alone would put it somewhere else. */
const MOVED: ReadonlySet<string> = new Set(['segment', 'parent'])

/** Fields that this person and somebody else changed without knowing of each other, with the value that does not stand. */
export function Rivals() {
  const model = useBoard((board) => board.model)
  const rivals = undecided(
    model,
    useRivals((state) => state.rivals),
  )
  const editable = useConnection(mayEdit)
  if (rivals.length === 0) return null
  const take = (rival: Rival) => {
    const { record, field, other } = rival
    const fields = { [field]: other ?? null }
    const label = `Take the other ${fieldInWords(model, rival)}`
    if (record === null) execute(setMeta, { fields, label })
    else execute(setFields, { ...record, fields, label })
  }
  return (
    <Alert color="orange" title="Changed by you offline, and by somebody else meanwhile" role="alert">
      <div style={{ maxHeight: 180, overflowY: 'auto' }}>
        {rivals.map((rival) => (
          <Group key={keyOf(rival)} gap="xs" mb={6}>
            <Text size="sm" style={{ flex: '1 1 260px', overflowWrap: 'anywhere' }}>
              {rivalInWords(model, rival)}
            </Text>
            {editable && !MOVED.has(rival.field) && (
              <Button size="compact-sm" variant="default" maw="100%" onClick={() => take(rival)}>
                Take {valueInWords(model, rival.field, rival.other)}
              </Button>
            )}
          </Group>
        ))}
      </div>
      <Button size="compact-sm" mt={4} onClick={() => useRivals.setState({ rivals: [] })}>
        Leave as it is
      </Button>
    </Alert>
  )
}
