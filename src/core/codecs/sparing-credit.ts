/** What a status says for a board, the least first: of mitigations, and of risks. */
const CREDIT: Readonly<Record<string, number>> = {
  rejected: 0,
  retired: 0,
  proposed: 1,
  planned: 2,
  implemented: 3,
  verified: 4,
  open: 0,
  accepted: 1,
  closed: 2,
  'not-applicable': 2,
}

function statusOf(record: object): string {
  const { status } = record as { status?: unknown }
  return typeof status === 'string' ? status : ''
}

/** Whether one status gives a board more credit than another, of the same kind of record. */
export const givesMore = (status: string, than: string): boolean =>
  (CREDIT[status] ?? 0) > (CREDIT[than] ?? 0)

/**
 * EX6: a record of ours as it was edited in another tool, without what would make a board look better. Less credit is taken over,
 * more is left for somebody here to say; the words tell so.
 */
export function sparing<R extends object>(
  ours: R,
  edited: R,
): Readonly<{ record: R; words: readonly string[] }> {
  const [was, is] = [statusOf(ours), statusOf(edited)]
  if (!givesMore(is, was)) return { record: edited, words: [] }
  return {
    record: { ...edited, status: was },
    words: [`stays ${was} until somebody here says otherwise; the file says “${is}”`],
  }
}
