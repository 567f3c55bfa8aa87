import type { CommentSubject, Threat } from './records.ts'

/**
 * What each threat is called, by its id: `T7`. Where two people gave a number at once, the ones after the first by id are
 * `T7b`, `T7c`: what was said of T7 stays true, and no number changes.
 */
export function threatLabels(threats: readonly Pick<Threat, 'id' | 'number'>[]): ReadonlyMap<string, string> {
  const used = new Map<number, number>()
  const byId = threats.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return new Map(
    byId.map(({ id, number }) => {
      const nth = used.get(number) ?? 0
      used.set(number, nth + 1)
      return [id, `T${number}${nth === 0 ? '' : suffix(nth)}`]
    }),
  )
}

/** b to z, then ab, bb …: as many as are needed. */
function suffix(nth: number): string {
  const letter = String.fromCharCode(97 + (nth % 26))
  return nth < 26 ? letter : `${letter}${suffix(Math.floor(nth / 26))}`
}

/** How many nobody has decided on. */
export const countOpen = (threats: readonly Pick<Threat, 'decision'>[]): number =>
  threats.filter(({ decision }) => decision === 'open').length

/** The id of what a threat or a comment is on. */
export const subjectIdOf = (on: CommentSubject): string =>
  'component' in on ? on.component : 'link' in on ? on.link : on.segment

/** Ids are unique over all kinds of a normalised model. */
export const isSameSubject = (a: CommentSubject, b: CommentSubject): boolean =>
  subjectIdOf(a) === subjectIdOf(b)
