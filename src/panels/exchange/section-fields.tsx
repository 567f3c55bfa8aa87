import { SECTION_IDS, SECTION_TITLES, type SectionId } from '../../core/codecs/report/document.ts'
import css from './exchange.module.css'

/** Which sections a report has. */
export function SectionFields({
  chosen,
  onChange,
}: {
  chosen: ReadonlySet<SectionId>
  onChange: (chosen: ReadonlySet<SectionId>) => void
}) {
  const toggle = (id: SectionId) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChange(next)
  }
  return (
    <fieldset className={css.group}>
      <legend className={css.head}>Sections</legend>
      {SECTION_IDS.map((id) => (
        <label key={id} className={css.output}>
          <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />
          <span>{SECTION_TITLES[id]}</span>
        </label>
      ))}
    </fieldset>
  )
}
