import { useState } from 'react'
import { setView, useView } from '../../state/view-store.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { AssuranceDocuments } from './assurance-documents.tsx'
import { LibraryEntries } from './library-entries.tsx'
import css from './library.module.css'

const KINDS = [
  { of: 'mitigation', label: 'Mitigations', icon: 'mitigation' },
  { of: 'risk', label: 'Risks', icon: 'risk' },
  { of: 'assurance', label: 'Assurance documents', icon: 'check' },
] as const

/** The mitigation library, the risk catalogue, with the team's own entries among them, and the assurance documents. */
export function LibraryDialog() {
  const opened = useView((view) => view.dialog === 'library')
  return (
    <Dialog
      opened={opened}
      onClose={() => setView({ dialog: null })}
      title="Library"
      size={1080}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Library />
    </Dialog>
  )
}

function Library() {
  // What the table beside it is of, for whoever comes from there.
  const [shown, setShown] = useState<(typeof KINDS)[number]['of']>(() =>
    useView.getState().bottomTab === 'risks' ? 'risk' : 'mitigation',
  )
  return (
    <div className={css.library}>
      <div role="group" aria-label="What to list" className={css.kinds}>
        {KINDS.map(({ of, label, icon }) => (
          <button
            key={of}
            type="button"
            className={css.button}
            aria-pressed={shown === of}
            onClick={() => setShown(of)}
          >
            <Icon name={icon} size={14} /> {label}
          </button>
        ))}
      </div>
      {shown === 'assurance' ? <AssuranceDocuments /> : <LibraryEntries of={shown} />}
    </div>
  )
}
