import type { TakeOver } from '../../core/codecs/library/take-over.ts'

/** What a file brought, in words. */
export function takenInWords(file: string, { created, renamed, skipped }: TakeOver): string {
  const parts = [
    created.length === 0
      ? 'nothing new'
      : created.length === 1
        ? '1 entry taken'
        : `${created.length} entries taken`,
    ...(renamed > 0 ? [`${renamed} of them beside another of the same id, with a new one`] : []),
    ...(skipped > 0 ? [`${skipped} skipped, since they are here already`] : []),
  ]
  return `${file}: ${parts.join('; ')}.`
}
