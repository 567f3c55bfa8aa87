import { entriesIn, isObject, wordIn } from '../loose.ts'

/** What was decided of the risks whose id fits a pattern: `rule@asset`, each part whole or `*`. */
export type Tracking = Readonly<{
  pattern: string
  parts: readonly string[]
  matches: (riskId: string) => boolean
  status: string
  justification: string
  ticket: string
  checkedBy: string
  /** `YYYY-MM-DD`. */
  date: string | null
}>

/** More comparisons than this are more than any team has written down. */
const MOST_COMPARED = 2_000_000

/** Finds the trackings that a risk's id fits, in the order of the file; `risks` is how many ids will be asked for. */
export function matcherOf(
  trackings: readonly Tracking[],
  risks: number,
): (riskId: string) => readonly Tracking[] {
  const exact = new Map(trackings.map((tracking) => [tracking.pattern, tracking]))
  const patterns = trackings
    .filter(({ pattern }) => pattern.includes('*'))
    .slice(0, Math.ceil(MOST_COMPARED / Math.max(1, risks)))
  return (riskId) => {
    const same = exact.get(riskId)
    return [...patterns.filter((each) => each.matches(riskId)), ...(same === undefined ? [] : [same])]
  }
}

export const trackingsIn = (value: unknown): readonly Tracking[] =>
  entriesIn(value).map(([pattern, each]) => {
    const fields = isObject(each) ? each : {}
    const parts = pattern.split('@')
    return {
      pattern,
      parts,
      matches: (riskId) => {
        const others = riskId.split('@')
        return others.length === parts.length && parts.every((part, nth) => fits(part, others[nth] ?? ''))
      },
      status: wordIn(fields['status']),
      justification: wordIn(fields['justification']),
      ticket: wordIn(fields['ticket']),
      checkedBy: wordIn(fields['checked_by']),
      date: dayIn(wordIn(fields['date'])),
    }
  })

/** `*` stands for anything, alone or within a part; compared piece by piece, so that no pattern takes long. */
function fits(part: string, text: string): boolean {
  const pieces = part.split('*')
  const [first = '', ...rest] = pieces
  if (rest.length === 0) return part === text
  const last = rest.pop() ?? ''
  if (!text.startsWith(first)) return false
  let at = first.length
  for (const piece of rest) {
    const found = text.indexOf(piece, at)
    if (found === -1) return false
    at = found + piece.length
  }
  return text.length - last.length >= at && text.endsWith(last)
}

function dayIn(text: string): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null
  const time = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text) ? text : null
}
