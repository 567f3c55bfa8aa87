import { documentsFor } from '../../core/catalogue/assurance.ts'
import { Badge } from '../../ui/badge.tsx'
import css from './inspector.module.css'

/** The assurance documents that concern a function, each with where it is listed and how far that was looked up. */
export function AssuranceFacts({ fn }: { fn: string }) {
  return documentsFor(fn).map(({ id, about, source, seen }) => (
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
