import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { migrate, type Migration, MIGRATIONS } from './migrations.ts'
import { normalise } from './normalise.ts'
import { parseModel } from './parse.ts'
import { KINDS, VERSION } from './records.ts'
import { metaSchema, recordSchemas } from './schemas.ts'

test('the schema is the one of this version: SPEC.md says what to do when this is red', () => {
  const schemas = { meta: metaSchema, ...recordSchemas }
  const written = JSON.stringify(
    Object.entries(schemas).map(([kind, schema]) => [kind, z.toJSONSchema(schema, { io: 'input' })]),
  )
  expect([VERSION, createHash('sha256').update(written).digest('hex')]).toEqual([
    1,
    'e81ae00f8adb1b42d2c016ebe5733fa8dc72e6959be42f7fbaff804b3d47986a',
  ])
})

describe('a kept file of each version', () => {
  const versions = Array.from({ length: VERSION }, (_, index) => index + 1)
  test.each(versions)(
    'version %i still reads, with every kind of record and nothing set aside',
    (version) => {
      const text = readFileSync(new URL(`fixtures/v${version}.ringfence.json`, import.meta.url), 'utf8')
      expect(JSON.parse(text)).toMatchObject({ version })
      const read = parseModel(text)
      expect(read).toMatchObject({ ok: true })
      if (!read.ok) return
      expect(normalise(read.value).setAside).toEqual([])
      expect(KINDS.filter((kind) => read.value[kind].length === 0)).toEqual([])
    },
  )
})

test('a file of version 1 from before the registers of products, statements, threats and waivers still reads', () => {
  const text = readFileSync(new URL('fixtures/v1-first.ringfence.json', import.meta.url), 'utf8')
  const read = parseModel(text)
  expect(read).toMatchObject({ ok: true, value: { products: [], waivers: [] } })
  if (read.ok) expect(normalise(read.value).setAside).toEqual([])
})

describe('migrations', () => {
  test('are numbered without a gap up to the present version', () => {
    expect(MIGRATIONS.map(({ from }) => from)).toEqual(
      Array.from({ length: VERSION - 1 }, (_, index) => index + 1),
    )
  })

  const steps: readonly Migration[] = [
    { from: 1, migrate: (file) => ({ ...file, trail: ['one'] }) },
    { from: 2, migrate: (file) => ({ ...file, trail: [...(file.trail as string[]), 'two'] }) },
  ]

  test('run in order from the version of the file', () => {
    const old = Object.freeze({ version: 1 })
    expect(migrate(old, 3, steps)).toEqual({ ok: true, value: { version: 3, trail: ['one', 'two'] } })
    expect(migrate({ version: 2, trail: [] }, 3, steps)).toEqual({
      ok: true,
      value: { version: 3, trail: ['two'] },
    })
    expect(migrate({ version: 3 }, 3, steps)).toEqual({ ok: true, value: { version: 3 } })
  })

  test.each([
    [4, 'newer-version'],
    [0, 'bad-version'],
    [1.5, 'bad-version'],
    ['1', 'bad-version'],
    [undefined, 'bad-version'],
  ])('version %j is refused', (version, code) => {
    expect(migrate({ version }, 3, steps)).toMatchObject({ ok: false, problems: [{ code, at: 'version' }] })
  })
})
