/** Long work that may be left after each part, a few milliseconds at most, and gone on with later. */
export type InParts<T> = Generator<void, T, void>

/** How much of something makes a part. */
export const PART = 250

/** Does all that is left. */
export function finish<T>(work: InParts<T>): T {
  let step = work.next()
  while (step.done !== true) step = work.next()
  return step.value
}
