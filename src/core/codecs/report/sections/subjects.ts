import type { ReviewScope, RiskSubject } from '../../../model/records.ts'
import type { Grounds } from '../grounds.ts'

type Name = Grounds['name']

/** Where a risk sits: `AMF 1`, `all of Acme`, `CoreX of Acme`. */
export function riskOn(on: RiskSubject, name: Name): string {
  if ('component' in on) return name(on.component)
  const product = on.product ?? null
  return product === null ? `all of ${name(on.vendor)}` : `${product} of ${name(on.vendor)}`
}

/** What a sign-off is about: `the whole board`, `segment Core`, `vendor Acme`, `Builds › AMF 1`. */
export function scopeInWords(scope: ReviewScope | null, name: Name): string {
  if (scope === null) return 'the whole board'
  if ('segment' in scope) return `segment ${name(scope.segment)}`
  return 'vendor' in scope ? `vendor ${name(scope.vendor)}` : `${name(scope.risk)} › ${name(scope.target)}`
}
