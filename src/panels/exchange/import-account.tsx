import type { Preview } from '../../core/codecs/preview.ts'
import { KIND_WORDS } from '../../core/model/kind-words.ts'
import css from './exchange.module.css'

const FATES = { changed: 'Changed', dropped: 'Left out', carried: 'Carried' } as const

/** What a file would bring, in the board's terms and in its own, and each thing that does not come along as it is. */
export function ImportAccount({ preview: { kinds, tallies, notes, noteCount } }: { preview: Preview }) {
  return (
    <section aria-labelledby="import-brings">
      <h3 id="import-brings" className={css.head}>
        What it brings
      </h3>
      {kinds.length === 0 ? (
        <p>Nothing that a board could show.</p>
      ) : (
        <ul className={css.kinds}>
          {kinds.map(({ kind, count }) => (
            <li key={kind}>
              <strong>{count}</strong> {KIND_WORDS[kind][count === 1 ? 0 : 1]}
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>
          {noteCount === 0
            ? 'Everything in the file is carried over'
            : `${noteCount} ${noteCount === 1 ? 'record is' : 'records are'} changed or left out`}
        </summary>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">In the file</th>
              <th scope="col" className={css.number}>
                Carried
              </th>
              <th scope="col" className={css.number}>
                Changed
              </th>
              <th scope="col" className={css.number}>
                Left out
              </th>
            </tr>
          </thead>
          <tbody>
            {tallies.map(({ what, carried, changed, dropped }) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td className={css.number}>{carried}</td>
                <td className={css.number}>{changed}</td>
                <td className={css.number}>{dropped}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {notes.length > 0 && (
          <ul className={css.notes}>
            {notes.map(({ fate, what, at, words }, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- told once and never changed; nothing else tells two apart
              <li key={index}>
                <span data-fate={fate}>{FATES[fate]}</span> {what} {at}: {words}
              </li>
            ))}
          </ul>
        )}
        {noteCount > notes.length && (
          <p className={css.muted}>
            … and {noteCount - notes.length} more. The command line lists all of them.
          </p>
        )}
      </details>
    </section>
  )
}
