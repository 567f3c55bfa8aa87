import { entriesIn, isObject, wordIn } from '../loose.ts'

/** What was decided of the risks whose id fits a pattern: `rule@asset`, each part whole or `*`. */
export type Tracking = Readonly<{
  pattern: string
  parts: readonly string[]
  /** Whether it fits the parts of a risk's id. */
  matches: (riskId: readonly string[]) => boolean
  status: string
  justification: string
  ticket: string
  checkedBy: string
  /** `YYYY-MM-DD`. */
  date: string | null
}>

/** Characters of patterns and ids, counted for each comparison. More are more than any team has written down. */
const MOST_COMPARED = 200_000_000
/** An id or a pattern of more characters is compared with none but its like. */
const LONGEST = 512

/** Finds the trackings that a risk's id fits, in the order of the file. */
export function matcherOf(trackings: readonly Tracking[]): (riskId: string) => readonly Tracking[] {
  const exact = new Map(trackings.map((tracking) => [tracking.pattern, tracking]))
  const patterns = trackings.filter(({ pattern }) => pattern.includes('*') && pattern.length <= LONGEST)
  let left = MOST_COMPARED
  const patternsFor = (riskId: string): readonly Tracking[] => {
    const parts = riskId.split('@')
    return patterns.filter((each) => {
      left -= each.pattern.length + riskId.length
      return left >= 0 && each.matches(parts)
    })
  }
  return (riskId) => {
    const same = exact.get(riskId)
    const fitting = riskId.length > LONGEST || left < 0 ? [] : patternsFor(riskId)
    return [...fitting, ...(same === undefined ? [] : [same])]
  }
}

export const trackingsIn = (value: unknown): readonly Tracking[] =>
  entriesIn(value).map(([pattern, each]) => {
    const fields = isObject(each) ? each : {}
    const parts = pattern.split('@')
    const tests = parts.map(testOf)
    return {
      pattern,
      parts,
      matches: (riskId) =>
        riskId.length === tests.length && tests.every((fits, nth) => fits(riskId[nth] ?? '')),
      status: wordIn(fields['status']),
      justification: wordIn(fields['justification']),
      ticket: wordIn(fields['ticket']),
      checkedBy: wordIn(fields['checked_by']),
      date: dayIn(wordIn(fields['date'])),
    }
  })

/** `*` stands for anything, alone or within a part; compared piece by piece, so that no pattern takes long. */
function testOf(part: string): (text: string) => boolean {
  const [first = '', ...rest] = part.split('*')
  if (rest.length === 0) return (text) => part === text
  const last = rest.pop() ?? ''
  return (text) => {
    if (!text.startsWith(first)) return false
    let at = first.length
    for (const piece of rest) {
      const found = text.indexOf(piece, at)
      if (found === -1) return false
      at = found + piece.length
    }
    return text.length - last.length >= at && text.endsWith(last)
  }
}

function dayIn(text: string): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null
  const time = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text) ? text : null
}
