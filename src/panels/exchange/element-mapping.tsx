import { useState } from 'react'
import { functionById } from '../../core/catalogue/functions.ts'
import type { Mapping } from '../../core/codecs/guess.ts'
import type { ElementGroup, Preview } from '../../core/codecs/preview.ts'
import { functionChoices, OWN_FUNCTION } from '../../state/function-choices.ts'
import { BarePicker } from '../../ui/field-picker.tsx'
import css from './exchange.module.css'

/** More rows with a picker each than this are slow to draw, and nobody maps them by hand. */
const MOST_ROWS = 100

/** What network function each foreign element is: as its name says, as was said before, or as somebody says now. */
export function ElementMapping({
  preview: { elements, elementCount, unknownBeyond },
  said,
  onSay,
}: {
  preview: Preview
  said: Mapping
  onSay: (said: Mapping) => void
}) {
  // What is known already would push what asks for an answer out of sight.
  const [all, setAll] = useState(false)
  const isKnown = ({ key, guess }: ElementGroup) => (said.has(key) ? said.get(key) : guess) !== null
  const open = elements.filter((element) => !isKnown(element)).length + unknownBeyond
  const [asked] = useState(
    () => new Set(elements.filter((element) => !isKnown(element)).map(({ key }) => key)),
  )
  const rows = elements.filter(({ key }) => all || asked.has(key)).slice(0, MOST_ROWS)
  return (
    <section aria-labelledby="import-elements">
      <h3 id="import-elements" className={css.head}>
        What the elements are
      </h3>
      <p className={css.muted}>
        {open === 0
          ? 'Each is a network function of the catalogue.'
          : `${open} of ${elementCount} ${open === 1 ? 'is' : 'are'} not known as a network function and would be ${open === 1 ? 'one' : 'ones'} of your own, of medium criticality. What you choose here is remembered on this device.`}
      </p>
      {rows.length > 0 && (
        <table className={`${css.table} ${css.mapping}`}>
          <thead>
            <tr>
              <th scope="col">In the file</th>
              <th scope="col">Kind</th>
              <th scope="col" className={css.number}>
                Number
              </th>
              <th scope="col">Network function</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, type, count, guess }) => {
              const chosen = said.has(key) ? (said.get(key) ?? null) : guess
              return (
                <tr key={key}>
                  <th scope="row">{name === '' ? 'Unnamed' : name}</th>
                  <td>{type}</td>
                  <td className={css.number}>{count}</td>
                  <td>
                    <BarePicker
                      label={`Network function of ${name === '' ? 'the unnamed' : name}`}
                      value={functionById(chosen)?.name ?? 'Own function'}
                      chosen={chosen ?? OWN_FUNCTION}
                      find={functionChoices}
                      onPick={(value) => onSay(new Map(said).set(key, value === OWN_FUNCTION ? null : value))}
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {!all && rows.length < elements.length && elements.length > asked.size && (
        <button type="button" className={css.more} onClick={() => setAll(true)}>
          {elements.length - asked.size === 1
            ? 'Show the one that is known, too'
            : `Show the ${elements.length - asked.size} that are known, too`}
        </button>
      )}
      {(all ? elements.length : asked.size) > MOST_ROWS && (
        <p className={css.muted}>The first {MOST_ROWS} are shown; the others can be changed on the board.</p>
      )}
    </section>
  )
}
