import { Button, Group, Text } from '@mantine/core'
import { getHost } from '../../commands/execute.ts'
import { stopFollowing } from '../../state/follow-store.ts'
import { Icon } from '../../ui/icon.tsx'
import classes from './board.module.css'
import { answerSummon, useSummons } from './summon-store.ts'

/** Who asks this person to come, with an answer for each. */
export function Summons() {
  const summons = useSummons((state) => state.summons)
  return summons.map(({ id, name, colour, view }) => (
    <div key={id} className={classes.notice} role="group" aria-label={`Request by ${name}`}>
      <Group wrap="nowrap" gap="xs" align="flex-start">
        <span style={{ color: colour, display: 'flex' }}>
          <Icon name="bring" />
        </span>
        <Text size="sm" style={{ flex: 1, overflowWrap: 'anywhere' }}>
          {name} asks you to come to where they are
        </Text>
      </Group>
      <Group gap="xs" justify="flex-end" mt={6}>
        <Button size="compact-sm" variant="default" onClick={() => answerSummon(id)}>
          Not now
        </Button>
        <Button
          size="compact-sm"
          onClick={() => {
            stopFollowing()
            getHost()?.canvas?.lookAs(view)
            answerSummon(id)
          }}
        >
          Go
        </Button>
      </Group>
    </div>
  ))
}
