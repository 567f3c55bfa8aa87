import { contentOf, prepareContent, writeContent } from '../src/core/analysis/review/content.ts'
import { differenceSince } from '../src/core/analysis/review/difference.ts'
import { storedIn } from '../src/core/analysis/review/stored.ts'
import { normalise } from '../src/core/model/normalise.ts'
import { KINDS, type Model, type Review } from '../src/core/model/records.ts'
import { median, timeMs } from './measure.ts'
import { operatorNetwork } from './operator-network.ts'
import { bar, inMs, inThousands, note, table, title } from './report.ts'

const SIZE = 2_000
const RUNS = 11
/** As long as a page may be kept from answering. */
const MOST_MS = 50

/**
 * What a sign-off of a whole board keeps the page waiting for. It is prepared in steps, each in a task of its own, while the panel
 * rests or a statement is written; `at one go` is all of that together, which no page does.
 */
export function benchReview(size: number | null): void {
  const components = size ?? SIZE
  const { model } = normalise(operatorNetwork(components))
  title(`sign-off of a whole board, ${inThousands(components)} components; medians of ${RUNS}`)
  const times = {
    atOneGo: [] as number[],
    steps: [] as number[],
    step: [] as number[],
    sign: [] as number[],
    verify: [] as number[],
    text: [] as number[],
    compare: [] as number[],
  }
  for (let run = 0; run < RUNS; run++) {
    const fresh = unseen(model)
    times.atOneGo.push(timeMs(() => sign(fresh)))
    const other = unseen(model)
    const steps = stepsOf(other)
    times.steps.push(steps.length)
    times.step.push(Math.max(...steps))
    times.sign.push(timeMs(() => sign(other)))
    const review = sign(other)
    times.verify.push(timeMs(() => storedIn(review)))
    const changed = oneChanged(other)
    times.text.push(timeMs(() => contentOf(changed, null)))
    const now = contentOf(changed, null)
    times.compare.push(timeMs(() => differenceSince(review, changed, null, now)))
  }
  const { content } = sign(model)
  note(
    `${inThousands(contentOf(model, null).length)} characters, of which ${inThousands(content.length)} are kept`,
  )
  table([
    ['to sign it at one go', inMs(median(times.atOneGo))],
    [`the longest of ${median(times.steps)} steps of preparing`, inMs(median(times.step))],
    ['to sign it then', inMs(median(times.sign))],
    ['to verify a sign-off that was just loaded', inMs(median(times.verify))],
    ['to put the board into text after one edit', inMs(median(times.text))],
    ['to compare it then', inMs(median(times.compare))],
  ])
  const { step, sign: signing, verify, text, compare } = times
  const longest = Math.max(...[step, signing, verify, text, compare].map(median))
  bar({ what: 'the longest task', figure: longest, unit: 'ms', most: MOST_MS })
}

function stepsOf(model: Model): number[] {
  const times: number[] = []
  let since = performance.now()
  for (const _ of prepareContent(model, null, null)) {
    const now = performance.now()
    times.push(now - since)
    since = now
  }
  return [...times, performance.now() - since]
}

const sign = (model: Model): Review => ({
  id: 'w1',
  scope: null,
  reviewer: 'Ada',
  at: null,
  statement: '',
  ...writeContent(model, null),
  outcome: null,
  withdrawn: null,
})

/** The same records as objects that nothing is known of yet. */
const unseen = (model: Model): Model => {
  const lists = KINDS.map((kind) => [kind, model[kind].map((record) => ({ ...record }))])
  return { ...model, ...(Object.fromEntries(lists) as object) }
}

const oneChanged = (model: Model): Model => ({
  ...model,
  components: model.components.map((each, place) => (place === 7 ? { ...each, name: 'Renamed' } : each)),
})
