import { Anchor } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../ui/dialog.tsx'

/** The notices of the sources of the catalogue, word for word; loaded when somebody asks. */
export function NoticesLink() {
  const [text, setText] = useState<string | null>(null)
  const show = async () => setText((await import('../../NOTICE?raw')).default)
  return (
    <>
      <Anchor component="button" type="button" fz="inherit" underline="always" onClick={() => void show()}>
        the notices
      </Anchor>
      <Dialog
        opened={text !== null}
        onClose={() => setText(null)}
        title="Notices"
        size="lg"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <pre style={{ whiteSpace: 'pre-wrap', font: 'inherit', fontSize: 13 }}>{text}</pre>
      </Dialog>
    </>
  )
}
