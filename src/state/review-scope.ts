import type { Model, ReviewScope } from '../core/model/records.ts'
import { nameOf } from './record-names.ts'

/** What a sign-off is about, as a person says it: `the board`, `segment Core`, `vendor Acme`, `Builds › AMF 1`. */
export function scopeInWords(model: Model, scope: ReviewScope | null): string {
  if (scope === null) return 'the board'
  if ('segment' in scope) return `segment ${nameOf(model, scope.segment)}`
  if ('vendor' in scope) return `vendor ${nameOf(model, scope.vendor)}`
  return `${nameOf(model, scope.risk)} › ${nameOf(model, scope.target)}`
}
