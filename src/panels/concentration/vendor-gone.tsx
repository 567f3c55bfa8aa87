import { useMemo, useState } from 'react'
import type { WithoutVendor } from '../../core/analysis/questions.ts'
import { functionById } from '../../core/catalogue/functions.ts'
import { useBoard } from '../../state/board-store.ts'
import { nameOf } from '../../state/record-names.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { FieldChoice } from '../../ui/field-choice.tsx'
import { exposureInWords } from './concentration-words.ts'
import css from './concentration.module.css'

/** What breaks, and what would be exposed, were a vendor gone and nothing in its place. */
export function VendorGone() {
  const vendors = useBoard((board) => board.model.vendors)
  const [picked, setPicked] = useState<string | null>(null)
  const vendor = vendors.some(({ id }) => id === picked) ? picked : null
  const question = useMemo(
    () => (vendor === null ? null : ({ of: 'without-vendor', vendor } as const)),
    [vendor],
  )
  const { answer, waiting, failed } = useAnswer(question)
  return (
    <section className={css.gone} aria-label="If a vendor must go">
      <h2 className={css.title}>If a vendor must go</h2>
      <FieldChoice
        label="Vendor"
        value={vendor}
        none="Choose one"
        choices={vendors.map(({ id, name }) => ({ value: id, label: name }))}
        readOnly={false}
        onChange={setPicked}
      />
      <div role="status">
        {waiting && <p className={css.quiet}>Counting anew…</p>}
        {failed !== null && <p className={css.notice}>{failed}</p>}
        {vendor !== null && answer !== undefined && <Broken answer={answer} />}
      </div>
    </section>
  )
}

function Broken({ answer: { breaks, before, after } }: { answer: WithoutVendor }) {
  const model = useBoard((board) => board.model)
  const name = (id: string) => nameOf(model, id)
  const lines: readonly (readonly [string, readonly string[]])[] = [
    ['Critical components lost', breaks.critical.map(name)],
    ['Functions left without any component', breaks.functions.map((id) => functionById(id)?.name ?? id)],
    ['Segments emptied', breaks.segments.map(name)],
    ['Components that lose their host', breaks.unhosted.map(name)],
    ['Components lost', breaks.components.map(name)],
    ['Links lost', breaks.links.map(name)],
  ]
  return (
    <>
      <p className={css.outcome}>{exposureInWords(before, after, breaks.critical.length)}</p>
      <dl className={css.breaks}>
        {lines.map(([label, names]) => (
          <div key={label}>
            <dt>
              {label}: {names.length}
            </dt>
            {names.length > 0 && <dd>{inShort(names)}</dd>}
          </div>
        ))}
      </dl>
    </>
  )
}

const FIRST_NAMED = 12

const inShort = (names: readonly string[]): string =>
  names.length <= FIRST_NAMED
    ? names.join(', ')
    : `${names.slice(0, FIRST_NAMED).join(', ')} and ${names.length - FIRST_NAMED} more`
