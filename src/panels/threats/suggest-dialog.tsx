import { useMemo } from 'react'
import { selectedSubject } from '../../commands/comments.ts'
import { isOwn } from '../../commands/own-threats.ts'
import { suggestThreats } from '../../core/analysis/threats/suggest.ts'
import type { CommentSubject, Threat } from '../../core/model/records.ts'
import { isSameSubject, subjectIdOf } from '../../core/model/threats.ts'
import { useBoard } from '../../state/board-store.ts'
import { nameOf } from '../../state/record-names.ts'
import { useSelection } from '../../state/selection-store.ts'
import { setView, useView } from '../../state/view-store.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { SuggestionGroups } from './suggestion-groups.tsx'
import css from './threats.module.css'

const close = (): void => setView({ dialog: null })

/** What may threaten the selected element, to be added or dismissed one by one. Nothing is recorded by itself. */
export function SuggestDialog() {
  const opened = useView((view) => view.dialog === 'threats')
  const model = useBoard((board) => board.model)
  const selection = useSelection()
  const on = useMemo(
    () => (opened ? selectedSubject({ model, selection }) : null),
    [opened, model, selection],
  )
  const suggestions = useMemo(() => (on === null ? [] : suggestThreats(model, on)), [model, on])
  return (
    <Dialog
      opened={opened && on !== null}
      onClose={close}
      title={`Threats to ${on === null ? '' : nameOf(model, subjectIdOf(on))}`}
      size="xl"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {on !== null && (
        <>
          <p className={css.intro}>
            What may be a threat, from general tables: whether it is one here is yours to say.{' '}
            {recordedInWords(model.threats, on)}
          </p>
          <SuggestionGroups on={on} suggestions={suggestions} />
        </>
      )}
    </Dialog>
  )
}

function recordedInWords(threats: readonly Threat[], on: CommentSubject): string {
  const here = threats.filter((threat) => !isOwn(threat) && isSameSubject(threat.on, on))
  if (here.length === 0) return ''
  const dismissed = here.filter(({ decision }) => decision === 'dismissed').length
  const those = dismissed === 0 ? '' : `, ${dismissed} of them dismissed`
  return `${here.length} recorded already${those}: not proposed again.`
}
