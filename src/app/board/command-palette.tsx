import { Kbd } from '@mantine/core'
import { createSpotlight, Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight'
import '@mantine/spotlight/styles.css'
import { useEffect, useMemo } from 'react'
import { execute, isEnabled } from '../../commands/execute.ts'
import { formatKeys } from '../../commands/keys.ts'
import { LISTED } from '../../commands/registry.ts'
import { functionById } from '../../core/catalogue/functions.ts'
import type { Model } from '../../core/model/records.ts'
import { getHost } from '../../commands/execute.ts'
import { useBoard } from '../../state/board-store.ts'
import { select } from '../../state/selection-store.ts'
import { setView, useView } from '../../state/view-store.ts'
import { Icon } from '../../ui/icon.tsx'
import { useFocusBack } from '../../ui/use-focus-back.ts'

const [store, controls] = createSpotlight()

/** One field for every command and every record of the board. */
export function CommandPalette() {
  const wanted = useView((view) => view.dialog === 'palette')
  const model = useBoard((board) => board.model)
  const actions = useMemo(() => (wanted ? [commandGroup(), ...recordGroups(model)] : []), [wanted, model])
  useFocusBack(wanted)
  useEffect(() => {
    if (wanted) controls.open()
    else controls.close()
  }, [wanted])
  return (
    <Spotlight
      store={store}
      actions={actions}
      shortcut={null}
      limit={40}
      highlightQuery
      scrollable
      nothingFound="Nothing fits"
      // Mantine's dialog has no name of its own, and its list could not be scrolled without a pointer.
      attributes={{ content: { 'aria-label': 'Search commands and records', inert: !wanted } }}
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      searchProps={{
        placeholder: 'Search commands and records',
        'aria-label': 'Search commands and records',
      }}
      onSpotlightClose={() => {
        if (useView.getState().dialog === 'palette') setView({ dialog: null })
      }}
    />
  )
}

function commandGroup(): SpotlightActionGroupData {
  const actions = LISTED.filter((command) => command.id !== 'view.command-palette' && isEnabled(command)).map(
    (command) => ({
      id: command.id,
      label: command.label,
      leftSection: <Icon name={command.icon} />,
      rightSection: command.keys === undefined ? undefined : <Kbd size="xs">{formatKeys(command.keys)}</Kbd>,
      onClick: () => execute(command),
    }),
  )
  return { group: 'Commands', actions }
}

function recordGroups(model: Model): SpotlightActionGroupData[] {
  const show = (id: string) => () => {
    setView({ inspected: null })
    select([id])
    getHost()?.canvas?.fit([id])
  }
  const inspect = (id: string) => () => setView({ inspected: id, right: true })
  return [
    {
      group: 'Components',
      actions: model.components.map(({ id, name, function: fn }) => ({
        id,
        label: name === '' ? id : name,
        description: functionById(fn)?.fullName ?? fn ?? '',
        leftSection: <Icon name="component" />,
        onClick: show(id),
      })),
    },
    {
      group: 'Segments',
      actions: model.segments.map(({ id, name }) => ({
        id,
        label: name,
        leftSection: <Icon name="segment" />,
        onClick: show(id),
      })),
    },
    {
      group: 'Vendors, risks and mitigations',
      actions: [
        ...model.vendors.map(({ id, name }) => ({
          id,
          label: name,
          leftSection: <Icon name="vendor" />,
          onClick: inspect(id),
        })),
        ...model.risks.map(({ id, title }) => ({
          id,
          label: title,
          leftSection: <Icon name="risk" />,
          onClick: inspect(id),
        })),
        ...model.mitigations.map(({ id, title }) => ({
          id,
          label: title,
          leftSection: <Icon name="mitigation" />,
          onClick: inspect(id),
        })),
      ],
    },
  ]
}
