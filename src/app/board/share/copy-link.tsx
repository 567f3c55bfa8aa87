import { Button, CopyButton } from '@mantine/core'
import { boardPath } from '../../route.ts'

type Props = Readonly<{ board: string; linkKey: string; label: string }>

export function CopyLink({ board, linkKey, label }: Props) {
  return (
    <CopyButton value={`${window.location.origin}${boardPath(board, linkKey)}`}>
      {({ copied, copy }) => (
        <Button variant="default" size="compact-sm" onClick={copy} aria-label={label}>
          {copied ? 'Copied' : 'Copy'}
        </Button>
      )}
    </CopyButton>
  )
}
