import type { RivalEdit } from '../../collab/doc/rival-edits.ts'
import { setAsideRows } from '../../panels/set-aside/set-aside-rows.ts'
import { useBoard } from '../../state/board-store.ts'
import { setView } from '../../state/view-store.ts'
import { notify } from './notices.tsx'
import { keyOf, standing, useRivals } from './rivals-store.ts'

/** At most so many names in a notice; the panel lists them all. */
const MOST_NAMES = 3

/**
 * Called before changes made offline are joined with what others did meanwhile. The answer, called after that, tells what
 * the two together could not take and so was set aside (MO5), and which of both values stands where both changed one field.
 */
export function watchMerge(edits: readonly RivalEdit[]): () => void {
  const sayings = () =>
    useBoard.getState().setAside.map((each) => ({ each, key: `${each.id} ${each.reason}` }))
  const before = new Set(sayings().map(({ key }) => key))
  return () => {
    const rivals = standing(useBoard.getState().model, edits)
    const fresh = new Set(rivals.map(keyOf))
    useRivals.setState(({ rivals: older }) => ({
      rivals: [...older.filter((rival) => !fresh.has(keyOf(rival))), ...rivals],
    }))
    const aside = sayings().filter(({ key }) => !before.has(key))
    if (aside.length === 0) return
    const rows = setAsideRows(
      useBoard.getState().model,
      aside.map(({ each }) => each),
    )
    const lines = rows.slice(0, MOST_NAMES).map(({ name, id, reason }) => `${name ?? id}: ${reason}`)
    if (rows.length > MOST_NAMES) lines.push(`And ${rows.length - MOST_NAMES} more.`)
    notify(
      [
        'What you did offline is joined with what others did. Something of it does not fit together and was set aside:',
        ...lines,
      ].join('\n'),
      'warning',
      { label: 'Show what is set aside', run: () => setView({ bottom: true, bottomTab: 'set-aside' }) },
    )
  }
}
