import type { CoreResult } from '../../analysis/result.ts'
import type { Model } from '../../model/records.ts'
import { recordIn } from '../../model/lookup.ts'
import type { Heading } from './heading.ts'
import { type Choice, exposureOf } from './shown.ts'

const SCENARIO_WORDS = {
  inherent: 'inherent scenario',
  assured: 'assured scenario',
  current: 'current scenario',
  target: 'target scenario',
} as const

type Asked = Readonly<{ mode: 'plain' | 'exposure' | 'coverage'; show: Choice; date: string }>

/** What a picture is of and when, in the words above it and for those who do not see it. */
export function headingOf(model: Model, result: CoreResult | null, { mode, show, date }: Asked): Heading {
  const title = model.meta.title.trim() === '' ? 'Untitled board' : model.meta.title
  const parts: string[] = []
  if ('exposure' in show) parts.push(exposureWords(model, result, show.exposure))
  else if ('ids' in show) parts.push('Part of the board')
  if (mode !== 'plain' && result !== null) {
    parts.push(SCENARIO_WORDS[result.policy.scenario])
    // Counts of the whole board would not be those of what is drawn.
    if ('all' in show) parts.push(mode === 'exposure' ? exposedWords(result) : coveredWords(result))
  }
  return { title, below: sentence([...parts, date].join(', ')) }
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function exposureWords(
  model: Model,
  result: CoreResult | null,
  key: Readonly<{ risk: string; target: string }>,
): string {
  const exposure = exposureOf(result, key)
  if (exposure === undefined) return 'There is no such exposure'
  const risk = recordIn(model, 'risks', key.risk)?.title ?? key.risk
  const target = recordIn(model, 'components', key.target)?.name ?? key.target
  return `${target} is ${exposure.kind} through: ${risk}`
}

const exposedWords = ({ counts: { taken, reached, held } }: CoreResult): string =>
  `${held} held, ${taken} taken, ${reached} reached`

const coveredWords = ({ coverage: { share } }: CoreResult): string =>
  share === null ? 'nothing to cover' : `${Math.round(share * 100)} % of risks covered`
