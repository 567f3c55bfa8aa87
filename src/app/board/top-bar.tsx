import { Button, Group, Kbd } from '@mantine/core'
import { Suspense, useEffect, useRef, useState } from 'react'
import { setMeta } from '../../commands/edit-fields.ts'
import { execute } from '../../commands/execute.ts'
import { openExport } from '../../commands/export-dialog.ts'
import { redo, undo } from '../../commands/history.ts'
import { formatKeys } from '../../commands/keys.ts'
import {
  openPalette,
  openShare,
  toggleDrawer,
  toggleInspector,
  togglePalette,
  toggleScheme,
} from '../../commands/view.ts'
import { useBoard } from '../../state/board-store.ts'
import { mayEdit, useConnection } from '../../state/connection-store.ts'
import { useView } from '../../state/view-store.ts'
import { Icon } from '../../ui/icon.tsx'
import { late } from '../../ui/late.ts'
import classes from './board.module.css'
import { CommandAction } from './command-action.tsx'
import { ModeControl } from './mode-control.tsx'
import { People } from './people.tsx'
import { SaveState } from './save-state.tsx'

const BoardMenu = late(async () => ({ default: (await import('./board-menu.tsx')).BoardMenu }))

export function TopBar({ onRetry }: { onRetry: () => void }) {
  const view = useView()
  return (
    <Group
      component="header"
      className={classes.top}
      px="sm"
      py={6}
      gap="sm"
      wrap="nowrap"
      aria-label="Board"
    >
      <BoardMenuButton />
      <BoardTitle />
      <SaveState onRetry={onRetry} />
      <span className={classes.rule} />
      <Group gap={2} wrap="nowrap" role="toolbar" aria-label="History">
        <CommandAction command={undo} />
        <CommandAction command={redo} />
      </Group>
      <Group gap={2} wrap="nowrap" role="toolbar" aria-label="View">
        <CommandAction command={togglePalette} pressed={view.left} />
        <CommandAction command={toggleDrawer} pressed={view.bottom} />
        <CommandAction command={toggleInspector} pressed={view.right} />
      </Group>
      <ModeControl />
      <div className={classes.gap} />
      <Button variant="default" size="xs" aria-label="Search" onClick={() => execute(openPalette)}>
        <Icon name="search" size={15} />
        <span className={classes.beside}>
          Search <Kbd size="xs">{formatKeys(openPalette.keys ?? [])}</Kbd>
        </span>
      </Button>
      <People />
      <CommandAction command={toggleScheme} />
      <CommandAction command={openExport} />
      <Button size="xs" aria-label="Share" onClick={() => execute(openShare)}>
        <Icon name="share" size={15} />
        <span className={classes.beside}>Share</span>
      </Button>
    </Group>
  )
}

function BoardMenuButton() {
  const [asked, setAsked] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const opener = (
    <Button
      ref={button}
      variant="subtle"
      color="gray"
      size="compact-md"
      px={6}
      aria-label="Board menu"
      aria-haspopup="menu"
      rightSection={<Icon name="down" size={14} />}
      onClick={() => setAsked(true)}
    >
      <img src="/icon.svg" alt="" width={22} height={22} />
      <span className={classes.beside}>Ringfence</span>
    </Button>
  )
  if (!asked) return opener
  return (
    <Suspense fallback={opener}>
      <BoardMenu onClose={() => button.current?.focus()}>{opener}</BoardMenu>
    </Suspense>
  )
}

/** The title, typed in place: Enter or leaving the field writes it, Escape takes it back. */
function BoardTitle() {
  const title = useBoard((board) => board.model.meta.title)
  const editable = useConnection(mayEdit)
  const [draft, setDraft] = useState<string | null>(null)
  useEffect(() => {
    document.title = title === '' ? 'Ringfence' : `${title} – Ringfence`
  }, [title])

  const commit = () => {
    if (draft !== null && draft.trim() !== title)
      execute(setMeta, { fields: { title: draft.trim() }, label: 'Rename the board' })
    setDraft(null)
  }
  return (
    <>
      <h1 className="rf-visually-hidden">{title === '' ? 'Untitled board' : title}</h1>
      <input
        className={classes.title}
        aria-label="Title of the board"
        placeholder="Untitled board"
        value={draft ?? title}
        readOnly={!editable}
        maxLength={200}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key !== 'Escape') return
          event.stopPropagation()
          setDraft(null)
        }}
      />
    </>
  )
}
