import { expect, test } from 'vitest'
import { normalisedOf } from '../../analysis/testing/model-of.ts'
import { writeDot } from '../dot/dot.ts'
import { writeMermaid } from './mermaid.ts'

test('[EX1] segments within each other by the thousand are drawn, the deepest beside what they are in', () => {
  const { model } = normalisedOf({
    segments: Array.from({ length: 6000 }, (_, level) => ({
      id: `s${level}`,
      parent: level === 0 ? null : `s${level - 1}`,
    })),
    components: [{ id: 'c', name: 'In the middle', segment: 's5999' }],
  })
  for (const writer of [writeMermaid, writeDot]) {
    const [file] = writer.write(model, { date: '2026-11-29' }).files
    const text = String(file?.content)
    expect(text).toContain('In the middle')
    expect(text.match(/subgraph/g)?.length).toBe(6000)
    expect(Math.max(...text.split('\n').map((line) => /^ */.exec(line)?.[0].length ?? 0))).toBeLessThan(100)
  }
})
