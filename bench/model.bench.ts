import { normalise } from '../src/core/model/normalise.ts'
import { parseModel } from '../src/core/model/parse.ts'
import type { Model } from '../src/core/model/records.ts'
import { medianMs } from './measure.ts'

const SIZES = [100, 1_000, 5_000]

/** What it costs to check and repair a file, against only reading its JSON. */
export function benchModel(): void {
  console.log('model: file of n components and 1.5 n links; medians, and how many times JSON.parse alone')
  for (const size of SIZES) {
    const text = fileOf(size)
    const model = parsed(text)
    const bare = medianMs(() => JSON.parse(text))
    const parse = medianMs(() => parseModel(text))
    const repair = medianMs(() => normalise(model))
    const times = (ms: number): string => `${ms.toFixed(2)} ms (${(ms / bare).toFixed(1)}×)`
    console.log(
      `  n = ${size}: JSON.parse ${bare.toFixed(2)} ms, parse ${times(parse)}, normalise ${times(repair)}`,
    )
  }
}

function parsed(text: string): Model {
  const result = parseModel(text)
  if (!result.ok) throw new Error(`the bench's own file is refused: ${JSON.stringify(result)}`)
  return result.value
}

function fileOf(size: number): string {
  const segments = Array.from({ length: Math.ceil(size / 20) }, (_, i) => ({
    id: `s${i}`,
    name: `Segment ${i}`,
    parent: i % 5 === 0 ? null : `s${i - (i % 5)}`,
  }))
  const components = Array.from({ length: size }, (_, i) => ({
    id: `c${i}`,
    name: `Component ${i}`,
    function: 'amf',
    segment: `s${i % segments.length}`,
    pos: [i % 97, i % 89],
  }))
  const links = Array.from({ length: Math.floor(size * 1.5) }, (_, i) => ({
    id: `l${i}`,
    from: `c${i % size}`,
    to: `c${(i * 7 + 1) % size}`,
  }))
  return JSON.stringify({ format: 'ringfence', version: 1, meta: {}, segments, components, links })
}
