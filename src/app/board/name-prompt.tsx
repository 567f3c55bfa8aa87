import { Button } from '@mantine/core'
import { ActionButton } from '../../ui/action-button.tsx'
import { chooseIdentity, openNaming, useIdentity } from '../own-identity.ts'
import classes from './people.module.css'

/** For one who comes by a link and has never said a name: a line in a corner, which takes no focus and can stay unanswered. */
export function NamePrompt() {
  const { name, colour, chosen } = useIdentity()
  if (chosen) return null
  return (
    <section className={classes.prompt} aria-label="Your name">
      <span className={classes.swatch} style={{ background: colour }} />
      <span>
        You appear as <b>{name}</b>
      </span>
      <Button size="compact-sm" variant="light" onClick={() => openNaming(true)}>
        Choose a name
      </Button>
      <ActionButton label={`Stay ${name}`} icon="close" onClick={() => chooseIdentity({})} />
    </section>
  )
}
