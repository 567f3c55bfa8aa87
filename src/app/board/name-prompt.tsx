import { chooseIdentity } from '../own-identity.ts'
import { NameForm } from './name-form.tsx'
import classes from './people.module.css'

/** For one who comes by a link for the first time: in a corner, and in nobody's way. It takes no focus. */
export function NamePrompt({ onDone }: { onDone: () => void }) {
  const close = () => {
    chooseIdentity({})
    onDone()
  }
  return (
    <section
      className={classes.prompt}
      aria-label="Who are you?"
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <NameForm
        onSave={(identity) => {
          chooseIdentity(identity)
          onDone()
        }}
        onLater={close}
      />
    </section>
  )
}
