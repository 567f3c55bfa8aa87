import { lazy, Suspense } from 'react'
import { functionDetailsById } from '../../core/catalogue/function-details.ts'
import { segmentById } from '../../core/catalogue/segments.ts'
import type { NetworkFunction } from '../../core/catalogue/types.ts'
import { CRITICALITY_WORDS } from '../../ui/record-words.ts'
import { Facts, FromCatalogue } from './source-note.tsx'

// It brings the frameworks along, which are large.
const AssuranceFacts = lazy(async () => ({ default: (await import('./assurance-facts.tsx')).AssuranceFacts }))

/** What the catalogue says of a function, and which assurance documents concern it. */
export function FunctionFacts({ fn }: { fn: NetworkFunction | null }) {
  const details = functionDetailsById(fn?.id ?? null)
  if (fn === null || details === null) return null
  const traits = [
    details.exposedEdge === true ? 'in reach of customers or passers-by' : '',
    details.oversight === true ? 'oversees other functions' : '',
    fn.external === true ? 'outside the operator’s own network' : '',
    details.thirdParty === true ? 'run by a supplier or service provider' : '',
  ].filter(Boolean)
  return (
    <FromCatalogue record={fn}>
      <Facts
        facts={[
          ['Function', `${fn.name}, ${fn.fullName}`],
          ['Also called', fn.aliases.join(', ')],
          ['Part of', segmentById(fn.segment)?.name],
          ['Criticality', `${CRITICALITY_WORDS[fn.criticality].label} (${details.criticalityBasis})`],
          ['Traits', traits.join('; ')],
        ]}
      />
      <Suspense>
        <AssuranceFacts fn={fn.id} />
      </Suspense>
    </FromCatalogue>
  )
}
