import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const filesIn = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path))
    .map((path) => readFileSync(`${folder}/${path}`, 'utf8'))

/** The ids of a text, `AN1–AN4` as all four of them. */
function idsIn(text: string): readonly string[] {
  return [...text.matchAll(/\b([A-Z]{2})(\d+)(?:–\1(\d+))?\b/g)].flatMap(([, prefix, first, last]) => {
    const from = Number(first)
    return Array.from({ length: Number(last ?? first) - from + 1 }, (_, i) => `${prefix}${from + i}`)
  })
}

/** Only what stands at the head of a rule or in a table of rules; a text may name ids of other kinds. */
const ruled = (spec: string): readonly string[] =>
  spec.split('\n').flatMap((line) => idsIn(/^(?:- \*\*([^*]*)\*\*|\| ([^|]*)\|)/.exec(line)?.[0] ?? ''))

test('every rule of a SPEC has a test named after it', () => {
  const rules = new Set(filesIn('src', /SPEC\.md$/).flatMap(ruled))
  const tested = new Set(
    ['src', 'server', 'e2e']
      .flatMap((folder) => filesIn(folder, /\.(?:test|spec)\.tsx?$/))
      .flatMap((text) => [...text.matchAll(/['"`]\[([^\]'"`]*)\]/g)].flatMap(([, ids]) => idsIn(ids ?? ''))),
  )
  expect(rules.size).toBeGreaterThan(60)
  expect([...rules].filter((id) => !tested.has(id))).toEqual([])
})
