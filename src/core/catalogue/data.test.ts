import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { checks } from './checks.ts'
import { functionDetails } from './function-details.ts'
import { functions } from './functions.ts'
import { interfaces } from './interfaces.ts'
import { mitigationControls } from './mitigations.ts'
import { riskCategories } from './risks.ts'
import { segments, segmentsSource } from './segments.ts'
import { formatData } from './testing/format.ts'
import {
  checkSchema,
  functionDetailsSchema,
  functionSchema,
  interfaceSchema,
  mitigationSchema,
  riskSchema,
  segmentSchema,
  vendorSchema,
  zoneSchema,
} from './testing/schemas.ts'
import type { Cited } from './types.ts'
import { isVerified } from './verified.ts'
import { knownVendors, knownVendorsSource } from './vendors.ts'
import { zones } from './zones.ts'

const here = (path: string): URL => new URL(path, import.meta.url)
const dataFiles = readdirSync(here('data'))

const kinds: readonly [
  name: string,
  schema: z.ZodMiniType,
  items: readonly { id: string }[],
  count: number,
][] = [
  ['functions', functionSchema, functions, 216],
  ['details of functions', functionDetailsSchema, functionDetails, 216],
  ['interfaces', interfaceSchema, interfaces, 217],
  ['risk categories', riskSchema, riskCategories, 49],
  ['mitigations', mitigationSchema, mitigationControls, 80],
  ['segments', segmentSchema, segments, 15],
  ['zones', zoneSchema, zones, 15],
  ['checks', checkSchema, checks, 24],
  ['vendors', vendorSchema, knownVendors, 75],
]

describe('records', () => {
  test.each(kinds)('%s fit their schema, are complete and have unique ids', (_name, schema, items, count) => {
    for (const item of items) {
      const parsed = z.safeParse(schema, item)
      expect(parsed.error?.issues ?? [], item.id).toEqual([])
    }
    expect(items).toHaveLength(count)
    expect(new Set(items.map((item) => item.id)).size).toBe(count)
  })

  test('a schema refuses a misspelt field, a missing source and a plane that does not exist', () => {
    const amf = functions.find((item) => item.id === 'amf')
    expect(z.safeParse(functionSchema, { ...amf, extrnal: true }).success).toBe(false)
    expect(z.safeParse(functionSchema, { ...amf, source: '' }).success).toBe(false)
    expect(z.safeParse(interfaceSchema, { ...interfaces[0], plane: 'data' }).success).toBe(false)
  })

  test('details stand in the order of the functions, one for each', () => {
    expect(functionDetails.map(({ id }) => id)).toEqual(functions.map(({ id }) => id))
  })

  test('interfaces name 800 endpoint pairs, no pair twice within one interface', () => {
    expect(interfaces.reduce((sum, item) => sum + item.between.length, 0)).toBe(800)
    for (const item of interfaces) {
      const unordered = item.between.map((pair) => pair.toSorted().join(' '))
      expect(new Set(unordered).size, item.id).toBe(unordered.length)
    }
  })

  test('the ways to write a function lead to one function each', () => {
    const owners = new Map<string, string>()
    for (const item of functions) {
      for (const name of [item.id, item.name, ...item.aliases]) {
        const key = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
        expect(owners.get(key) ?? item.id, name).toBe(item.id)
        owners.set(key, item.id)
      }
    }
  })
})

describe('ids', () => {
  const dangling = (ids: readonly string[], known: readonly { id: string }[]): string[] => {
    const there = new Set(known.map((item) => item.id))
    return ids.filter((id) => !there.has(id))
  }

  test('both ends of every interface are functions', () => {
    const ends = interfaces.flatMap((item) => item.between.flat())
    expect(ends).toHaveLength(1600)
    expect(dangling(ends, functions)).toEqual([])
  })

  test('every function lies in a segment, and no segment is empty', () => {
    const used = functions.map((item) => item.segment)
    expect(dangling(used, segments)).toEqual([])
    expect(new Set(used).size).toBe(segments.length)
  })

  test('risks name mitigations of the library, and every mitigation is named by a risk', () => {
    const named = riskCategories.flatMap((risk) => risk.mitigations)
    expect(dangling(named, mitigationControls)).toEqual([])
    expect(new Set(named).size).toBe(mitigationControls.length)
  })
})

describe('sources', () => {
  test('every cited record has a source, but for the zones listed here', () => {
    const cited = [functions, interfaces, riskCategories, mitigationControls, zones, checks].flat()
    expect(cited.filter((item) => item.source.trim() === '').map((item) => item.id)).toEqual(['internet'])
  })

  test('lists whose records have no source of their own say where the list is from', () => {
    expect(segmentsSource).toMatch(/own grouping.*no source/)
    expect(knownVendorsSource).toMatch(/not checked.*no rating/)
  })

  test('verified are only facts seen in their source', () => {
    const verified = (items: readonly Cited[]): number => items.filter(isVerified).length
    expect(verified(functions)).toBe(123)
    expect(verified(interfaces)).toBe(120)
    expect(verified(riskCategories)).toBe(27)
    expect(verified(checks)).toBe(19)
    expect(verified(mitigationControls)).toBe(0)
    expect(verified(zones)).toBe(0)
    for (const seen of ['partly', 'secondary', 'memory', false] as const)
      expect(isVerified({ source: 'somewhere', seen }), String(seen)).toBe(false)
  })
})

describe('files', () => {
  // `-u` writes the layout.
  test.each(dataFiles)('%s is laid out in the one way', async (file) => {
    const path = fileURLToPath(here(`data/${file}`))
    await expect(formatData(JSON.parse(readFileSync(path, 'utf8')))).toMatchFileSnapshot(path)
  })

  const LAZY = ['attack', 'fight', 'frameworks', 'uk-code-measures']
  const imports = (file: string): string[] =>
    [...readFileSync(here(file), 'utf8').matchAll(/from '([^']+)'/g)].map((match) => match[1] ?? '')
  const modules = readdirSync(here('.')).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))

  test('the big references are imported by their own modules alone', () => {
    const lazyModules = ['assurance.ts', 'attack.ts', 'fight.ts', 'frameworks.ts']
    const everyday = modules.filter((file) => !lazyModules.includes(file))
    expect(everyday.length).toBeGreaterThan(10)
    const forbidden = new Set([
      ...LAZY.map((name) => `./data/${name}.json`),
      ...lazyModules.map((file) => `./${file}`),
    ])
    for (const file of everyday)
      expect(
        imports(file).filter((path) => forbidden.has(path)),
        file,
      ).toEqual([])
    for (const file of lazyModules)
      expect(
        imports(file).some((path) => forbidden.has(path)),
        file,
      ).toBe(true)
  })

  const gzipBytes = (names: readonly string[]): number => {
    const minified = names.map((name) =>
      JSON.stringify(JSON.parse(readFileSync(here(`data/${name}.json`), 'utf8'))),
    )
    return gzipSync(minified.join('\n')).length
  }
  const DERIVED = ['defaults', 'titles', 'peers']

  test('the records of the everyday lookups stay within 45 kB, gzip', () => {
    const names = dataFiles.map((file) => file.replace(/\.json$/, ''))
    const everyday = names.filter((name) => !LAZY.includes(name) && !DERIVED.includes(name))
    expect(gzipBytes(everyday)).toBeLessThan(45_000)
  })

  test('what every board loads of the catalogue stays within 16 kB, gzip', () => {
    expect(gzipBytes(['functions', 'segments', 'zones', ...DERIVED])).toBeLessThan(16_000)
  })
})
