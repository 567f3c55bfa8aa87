/** One replacement in a text: `removed` characters from `at` give way to `added`. */
type Splice = Readonly<{ at: number; removed: number; added: string }>

/**
 * What a text becomes that somebody began to type at `base` and has as `mine`, while others made it `theirs`: both
 * changes where they touch different places, mine where they do not.
 */
export function mergeText(base: string, mine: string, theirs: string): string {
  if (theirs === base || theirs === mine) return mine
  if (mine === base) return theirs
  const [own, other] = [spliceBetween(base, mine), spliceBetween(base, theirs)]
  const ownEnd = own.at + own.removed
  const otherEnd = other.at + other.removed
  if (ownEnd <= other.at) return applySplice(theirs, own)
  if (otherEnd <= own.at) {
    return applySplice(theirs, { ...own, at: own.at + other.added.length - other.removed })
  }
  return mine
}

function spliceBetween(before: string, after: string): Splice {
  const most = Math.min(before.length, after.length)
  let at = 0
  while (at < most && before[at] === after[at]) at++
  let same = 0
  while (same < most - at && before[before.length - 1 - same] === after[after.length - 1 - same]) same++
  return { at, removed: before.length - at - same, added: after.slice(at, after.length - same) }
}

const applySplice = (text: string, { at, removed, added }: Splice): string =>
  text.slice(0, at) + added + text.slice(at + removed)
