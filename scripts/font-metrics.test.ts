import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fontWidths } from './font-metrics.ts'

test('the widths of pictures are those of the font that is installed', () => {
  const kept = readFileSync(new URL('../src/core/codecs/svg/font-widths.json', import.meta.url), 'utf8')
  expect(JSON.parse(kept)).toEqual(fontWidths())
})
