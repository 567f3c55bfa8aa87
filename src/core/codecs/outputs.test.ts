import { expect, test } from 'vitest'
import type { WrittenFile } from './codec.ts'
import { oneFile } from './outputs.ts'
import { unzipped } from './testing/unzipped.ts'

const file = (name: string): WrittenFile => ({ name, type: 'text/csv', content: `${name}\n` })

test('a file by itself is handed out as it is', () => {
  const only = file('links.csv')
  expect(oneFile('csv', 'Core', [only])).toBe(only)
})

test('several are handed out as one archive, called by the title, the same at all times', () => {
  const files = [file('links.csv'), file('risks.csv')]
  const { name, type, content } = oneFile('report-md', 'Core: A/B', files)
  expect([name, type]).toEqual(['Core-A-B-report.zip', 'application/zip'])
  const inside = Object.entries(unzipped(content as Uint8Array))
  expect(inside).toEqual(files.map(({ name: each, content: text }) => [each, text]))
  expect(oneFile('report-md', 'Core: A/B', files).content).toEqual(content)
})
