import { Suspense } from 'react'
import { functionDetailsById } from '../../core/catalogue/function-details.ts'
import { segmentById } from '../../core/catalogue/segments.ts'
import type { AssuranceDocument } from '../../core/catalogue/assurance.ts'
import type { NetworkFunction } from '../../core/catalogue/types.ts'
import { Badge } from '../../ui/badge.tsx'
import { CRITICALITY_WORDS } from '../../ui/record-words.ts'
import { late } from '../../ui/late.ts'
import css from './inspector.module.css'
import { Facts, FromCatalogue } from './source-note.tsx'

// The list of documents brings the frameworks along, which are large.
const Assurance = late(async () => {
  const { documentsFor } = await import('../../core/catalogue/assurance.ts')
  return {
    default: ({ fn }: { fn: string }) => <AssuranceFacts documents={documentsFor(fn)} />,
  }
})

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
        <Assurance fn={fn.id} />
      </Suspense>
    </FromCatalogue>
  )
}

/** Each document with where it is listed, marked where nobody looked it up there. */
function AssuranceFacts({ documents }: { documents: readonly AssuranceDocument[] }) {
  return documents.map(({ id, about, source, seen }) => (
    <dl key={id} className={css.facts}>
      <div>
        <dt>Assurance</dt>
        <dd>
          {id}, {about} ({source}){' '}
          {!seen && (
            <Badge icon="question" title="Nobody has checked this against its source">
              unverified
            </Badge>
          )}
        </dd>
      </div>
    </dl>
  ))
}
