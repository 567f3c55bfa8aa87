import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const reference = new URL('../../../../shared/reference/', import.meta.url)
const present = existsSync(reference)

const read = (url: URL): unknown => JSON.parse(readFileSync(url, 'utf8'))
const ours = (file: string): unknown => read(new URL(`data/${file}.json`, import.meta.url))

/** Our file, theirs, and the field under which ours holds the list, where a note on its source stands beside it. */
const files: readonly [ours: string, theirs: string, field: string | null][] = [
  ['interfaces', 'interfaces', null],
  ['risks', 'risks', null],
  ['mitigations', 'mitigations', null],
  ['segments', 'segments', 'segments'],
  ['zones', 'zones', null],
  ['checks', 'checks', null],
  ['vendors', 'vendors', 'vendors'],
  ['frameworks', 'frameworks', null],
  ['uk-code-measures', 'uk-code-measures', null],
  ['fight', 'fight', null],
  ['attack', 'attack', null],
]

const where = present ? 'the reference' : 'the reference folder, which is absent, so that nothing is compared'

describe.skipIf(!present)(`against ${where}`, () => {
  test.each(files)('%s says the same as %s', (name, theirs, field) => {
    const own = ours(name)
    const list = field === null ? own : (own as Record<string, unknown>)[field]
    expect(list).toEqual(read(new URL(`${theirs}.json`, reference)))
  })

  test('functions with their details say the same as components', () => {
    const details = ours('function-details') as readonly object[]
    const whole = (ours('functions') as readonly object[]).map((item, index) => ({
      ...item,
      ...details[index],
    }))
    expect(whole).toEqual(read(new URL('components.json', reference)))
  })
})
