import type { CommentSubject, MitigationSubject } from '../model/records.ts'

/** The one thing that a threat is to or a mitigation on. Subjects may have fields of their own besides. */
export function idIn(subject: CommentSubject | MitigationSubject): string {
  if ('component' in subject) return subject.component
  if ('link' in subject) return subject.link
  return 'segment' in subject ? subject.segment : subject.vendor
}

/** Each once. */
export const distinct = <T extends CommentSubject | MitigationSubject>(
  subjects: readonly T[],
): readonly T[] => [...new Map(subjects.map((subject) => [keyOf(subject), subject])).values()]

/** The same for subjects of the same thing. */
export const keyOf = (subject: CommentSubject | MitigationSubject): string =>
  `${['component', 'link', 'segment'].find((kind) => kind in subject) ?? 'vendor'} ${idIn(subject)}`
