import { contentOf, prepareContent, writeContent } from '../src/core/analysis/review/content.ts'
import { differenceSince } from '../src/core/analysis/review/difference.ts'
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
 * What a sign-off of a whole board keeps the page waiting for. Records are put into text and hashed in steps, each in a task of its
 * own, while the panel rests or a statement is written; `unprepared` is all of that at one go, which no page does.
 */
export function benchReview(size: number | null): void {
  const components = size ?? SIZE
  const { model } = normalise(operatorNetwork(components))
  title(`sign-off of a whole board, ${inThousands(components)} components; medians of ${RUNS}`)
  const times = { unprepared: [] as number[], step: [] as number[], steps: [] as number[] }
  const prepared = { sign: [] as number[], verify: [] as number[], compare: [] as number[] }
  for (let run = 0; run < RUNS; run++) {
    const fresh = unseen(model)
    times.unprepared.push(timeMs(() => sign(fresh)))
    const other = unseen(model)
    const each = stepsOf(other)
    times.step.push(Math.max(...each))
    times.steps.push(each.length)
    prepared.sign.push(timeMs(() => sign(other)))
    const review = sign(other)
    prepared.verify.push(timeMs(() => differenceSince(review, other)))
    const changed = oneChanged(other)
    prepared.compare.push(timeMs(() => differenceSince(review, changed)))
  }
  const { content } = sign(model)
  note(
    `${inThousands(contentOf(model, null).length)} characters, of which ${inThousands(content.length)} are kept`,
  )
  table([
    ['to sign it, unprepared', inMs(median(times.unprepared))],
    [`the longest of ${median(times.steps)} steps of preparing`, inMs(median(times.step))],
    ['to sign it then', inMs(median(prepared.sign))],
    ['to verify a sign-off that was just loaded', inMs(median(prepared.verify))],
    ['to compare it after one edit', inMs(median(prepared.compare))],
  ])
  const tasks = [times.step, prepared.sign, prepared.verify, prepared.compare]
  bar({ what: 'the longest task', figure: Math.max(...tasks.map(median)), unit: 'ms', most: MOST_MS })
}

function stepsOf(model: Model): number[] {
  const times: number[] = []
  let since = performance.now()
  for (const _ of prepareContent(model)) {
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
