import type { CommentSubject, MitigationSubject, RiskSubject } from './records.ts'

/** Subjects under other ids, as when records are copied. Fields that this version does not know are kept. */

type IdOf = (id: string) => string

export const riskSubjectBy = (on: RiskSubject, idOf: IdOf): RiskSubject =>
  'component' in on ? { ...on, component: idOf(on.component) } : { ...on, vendor: idOf(on.vendor) }

export function mitigationSubjectBy(on: MitigationSubject, idOf: IdOf): MitigationSubject {
  return 'vendor' in on ? { ...on, vendor: idOf(on.vendor) } : commentSubjectBy(on, idOf)
}

export function commentSubjectBy(on: CommentSubject, idOf: IdOf): CommentSubject {
  if ('component' in on) return { ...on, component: idOf(on.component) }
  if ('link' in on) return { ...on, link: idOf(on.link) }
  return { ...on, segment: idOf(on.segment) }
}
