import { riskById } from '../../core/catalogue/risks.ts'
import { RISK_GROUP_WORDS } from '../../ui/record-words.ts'
import css from './inspector.module.css'
import { Facts, FromCatalogue } from './source-note.tsx'
import { Techniques } from './techniques.tsx'

/** What the catalogue says about a category of risk. */
export function CategoryFacts({ id }: { id: string | null }) {
  const known = riskById(id)
  if (known === null) return null
  return (
    <FromCatalogue record={known}>
      <p className={css.prose}>{known.description}</p>
      <p className={css.quiet}>Typical evidence</p>
      <ul className={css.bullets}>
        {known.typicalEvidence.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Facts
        facts={[
          ['Group', RISK_GROUP_WORDS[known.category].label],
          ['STRIDE', known.stride.join(', ')],
          ['EU scenarios', known.euRiskScenarios.join(', ')],
        ]}
      />
      <Techniques fight={known.fight} attack={known.attack} />
    </FromCatalogue>
  )
}
