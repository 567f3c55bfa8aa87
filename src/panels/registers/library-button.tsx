import { setView } from '../../state/view-store.ts'
import { Icon } from '../../ui/icon.tsx'
import css from './registers.module.css'

/** Leads to what can be recorded or added, with its sources. */
export function LibraryButton() {
  return (
    <button type="button" className={css.add} onClick={() => setView({ dialog: 'library' })}>
      <Icon name="library" size={14} /> Library
    </button>
  )
}
