import type { Command } from '../../commands/command.ts'
import { execute } from '../../commands/execute.ts'
import { ariaKeys, formatKeys } from '../../commands/keys.ts'
import { useEnabled } from '../../commands/use-enabled.ts'
import { ActionButton } from '../../ui/action-button.tsx'

/** The button of a command: label, icon and keys are the registry's. */
export function CommandAction({ command, pressed }: { command: Command; pressed?: boolean }) {
  const enabled = useEnabled(command)
  return (
    <ActionButton
      label={command.label}
      icon={command.icon}
      keys={command.keys === undefined ? undefined : formatKeys(command.keys)}
      ariaKeys={command.keys === undefined ? undefined : ariaKeys(command.keys)}
      disabled={!enabled}
      {...(pressed === undefined ? {} : { pressed })}
      onClick={() => execute(command)}
    />
  )
}
