/** The place of the last of some days, in order, that is not after `moved`; the first, which is today, where that is null. */
export function stopOf(days: readonly string[], moved: string | null): number {
  if (moved === null) return 0
  return Math.max(
    0,
    days.findLastIndex((day) => day <= moved),
  )
}
