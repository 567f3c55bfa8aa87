import type { MitigationControl } from '../../core/catalogue/types.ts'
import css from './inspector.module.css'
import { sentence } from './mitigation-view.ts'
import { Facts, FromCatalogue } from './source-note.tsx'

/** What the catalogue says about a control. */
export function ControlFacts({ control }: { control: MitigationControl | null }) {
  if (control === null) return null
  const { description, kind, owner, appliesTo, refs } = control
  const list = (ids: readonly string[] | undefined) => ids?.join(', ')
  return (
    <FromCatalogue record={control}>
      <p className={css.prose}>{description}</p>
      <Facts
        facts={[
          ['Kind', sentence(kind)],
          ['In the lead', owner.split(' ').join(', then ')],
          ['Meant for', appliesTo.join(', ')],
          ['EU toolbox', list(refs.euToolbox)],
          ['UK code', list(refs.ukCoP)],
          ['NCSC VSA', list(refs.vsa)],
          ['ENISA', list(refs.enisaScm)],
          ['NESAS', list(refs.nesas)],
          ['ATT&CK', list(refs.attack)],
          ['FiGHT', list(refs.fight)],
        ]}
      />
    </FromCatalogue>
  )
}
