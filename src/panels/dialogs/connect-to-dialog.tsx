import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { addLink } from '../../commands/create.ts'
import { execute } from '../../commands/execute.ts'
import { recordIn } from '../../core/model/lookup.ts'
import type { Component, Model } from '../../core/model/records.ts'
import { useBoard } from '../../state/board-store.ts'
import { useSelection } from '../../state/selection-store.ts'
import { setView, useView } from '../../state/view-store.ts'
import { componentName } from '../../state/record-names.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { interfacesFor, linkFor, onlyComponent, targetsFor } from './connect-choices.ts'
import classes from './dialogs.module.css'
import { PickList } from './pick-list.tsx'

const close = (): void => setView({ dialog: null })

/** Joins the selected component to another without a pointer: first to which, then by what. */
export function ConnectToDialog() {
  const opened = useView((view) => view.dialog === 'connect-to')
  const model = useBoard((board) => board.model)
  const selected = useSelection((selection) => selection.ids)
  const source = onlyComponent(model, selected)
  return (
    <Dialog
      opened={opened && source !== null}
      onClose={close}
      title={source === null ? '' : `Connect ${componentName(source)} to…`}
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {source !== null && <Connect source={source} model={model} />}
    </Dialog>
  )
}

function Connect({ source, model }: { source: Component; model: Model }) {
  const [picked, setPicked] = useState<string | null>(null)
  const [returned, setReturned] = useState(false)
  const target = picked === null ? undefined : recordIn(model, 'components', picked)
  const targets = useMemo(() => targetsFor(model, source), [model, source])
  const ways = useMemo(() => (target === undefined ? [] : interfacesFor(source, target)), [source, target])
  if (target === undefined) {
    return (
      <PickList
        key="target"
        follows={returned}
        label="Component to connect to"
        placeholder="Search components"
        groups={targets}
        onPick={setPicked}
      />
    )
  }
  return (
    <>
      <div className={classes.about}>
        <span>
          To <strong>{componentName(target)}</strong>, by which interface?
        </span>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<Icon name="undo" size={13} />}
          onClick={() => {
            setReturned(true)
            setPicked(null)
          }}
        >
          Another component
        </Button>
      </div>
      <PickList
        key="interface"
        follows
        label="Interface"
        placeholder="Search interfaces"
        groups={ways}
        onPick={(chosen) => {
          close()
          execute(addLink, linkFor(source, target, chosen))
        }}
      />
      <p className={classes.hint}>
        The arrow begins at the controlling end: who holds it may own or talk to the other. You can reverse it
        in the inspector.
      </p>
    </>
  )
}
