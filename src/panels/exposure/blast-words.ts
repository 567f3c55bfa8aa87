import type { BlastRadius, BlastTarget } from '../../core/analysis/questions.ts'
import type { CoreResult } from '../../core/analysis/result.ts'
import type { Model } from '../../core/model/records.ts'
import { nameOf } from '../../state/record-names.ts'
import { indexResult } from '../../state/result-index.ts'
import type { Supposed } from '../../state/supposed.ts'

/** How a target would differ from how it stands: exposed at all, taken where it is reached, or not at all. */
type News = 'new' | 'worse' | null

export type BlastRow = BlastTarget & Readonly<{ name: string; way: readonly string[]; news: News }>

/** `result` is the one that the blast radius belongs to. */
export function blastRows(model: Model, { targets }: BlastRadius, result: CoreResult): readonly BlastRow[] {
  const { exposuresByTarget } = indexResult(result)
  return targets.map((target) => ({
    ...target,
    name: nameOf(model, target.target),
    way: target.path.map((id) => nameOf(model, id)),
    news: !target.fresh ? null : exposuresByTarget.has(target.target) ? 'worse' : 'new',
  }))
}

export const NEWS_WORDS: Readonly<Record<NonNullable<News>, string>> = {
  new: 'not exposed',
  worse: 'only reached',
}

/** What is asked, to be followed by the answer. `supposed`, here and below: what that supposes of the board. */
export const askedInWords = (name: string, supposed: Supposed | null): string =>
  `${supposed === null ? 'If' : `${supposed.words}, if`} an attacker held ${name}: `

/** What is so already, without asking. */
export const heldInWords = ({ held }: BlastRadius, supposed: Supposed | null): string =>
  `${supposed?.words ?? 'As the model stands'}, ${held ? 'an attacker does get in there' : 'no attacker gets in there'}.`

/** What holding the component would come to, in one sentence. */
export function blastInWords(
  name: string,
  { components }: BlastRadius,
  rows: readonly BlastRow[],
  supposed: Supposed | null,
): string {
  const taken = rows.filter(({ kind }) => kind === 'taken').length
  const reached = rows.length - taken
  const start = `${askedInWords(name, supposed)}${counted(components.length, 'more component')} held`
  if (rows.length === 0) return `${start}, no critical function taken or reached.`
  const functions = `${counted(taken, 'critical function')} taken, ${reached} reached`
  const news = (['new', 'worse'] as const).flatMap((which) => {
    const count = rows.filter((row) => row.news === which).length
    return count === 0 ? [] : [`${count} of them ${NEWS_WORDS[which]} ${supposed?.when ?? 'today'}`]
  })
  return `${[start, functions, ...(news.length === 0 ? ['none of it new'] : news)].join(', ')}.`
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`
