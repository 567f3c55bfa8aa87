import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { attack } from './attack.ts'
import { fight } from './fight.ts'
import { frameworks, ukCode } from './frameworks.ts'
import { functionDetails } from './function-details.ts'
import { mitigationControls } from './mitigations.ts'
import { riskCategories } from './risks.ts'
import { attackSchema, fightSchema, frameworksSchema, ukCodeSchema } from './testing/schemas.ts'

type Identified = { readonly id: string }
const idsOf = (items: readonly Identified[]): Set<string> => new Set(items.map((item) => item.id))
const dangling = (ids: readonly string[], known: readonly Identified[]): string[] => {
  const there = idsOf(known)
  return ids.filter((id) => !there.has(id))
}
const refs = (name: keyof (typeof mitigationControls)[number]['refs']): string[] =>
  mitigationControls.flatMap((control) => control.refs[name] ?? [])

/**
 * Gaps that the sources themselves have. Each is listed exactly, so that a new one fails and a mended one has to be
 * struck off here.
 */
const KNOWN_GAPS = {
  /** The subset of ATT&CK has these sub-techniques without the technique above them. */
  attackParents: ['T1020.001', 'T1059.008', 'T1584.008'],
  /** Techniques that name a mitigation which does not name them back: it belongs to one of their addendums. */
  fightOneWay: {
    FGT1040: ['FGM1026', 'FGM1030', 'FGM1034', 'FGM1047'],
    FGT1499: ['FGM1016', 'FGM1037', 'FGM1050'],
    'FGT1499.002': ['FGM5509'],
    FGT1525: ['FGM0947', 'FGM1035', 'FGM1043', 'FGM1049', 'FGM5088'],
    'FGT1565.002': ['FGM1020', 'FGM1031', 'FGM1037', 'FGM1041'],
    FGT1588: ['FGM1056'],
  },
  /** References to ENISA's 5G security controls matrix, of which the catalogue holds no list. */
  enisaReferences: 149,
  /** Measures of the UK code without a regulation, and asset categories without an example. */
  measuresWithoutRegulation: ['M12.02', 'M12.04', 'M12.05', 'M13.01', 'M13.02', 'M13.10', 'M13.28'],
  assetsWithoutExample: ['NFV management and network orchestration (MANO)'],
  /** Lists that do not say which document they are from. */
  withoutDocument: ['stride', 'ukCodeTiers'],
}

describe('schema', () => {
  const files: readonly [string, z.ZodMiniType, unknown][] = [
    ['ATT&CK', attackSchema, attack],
    ['FiGHT', fightSchema, fight],
    ['frameworks', frameworksSchema, frameworks],
    ['UK code', ukCodeSchema, ukCode],
  ]
  test.each(files)('%s fits', (_name, schema, value) => {
    expect(z.safeParse(schema, value).error?.issues ?? []).toEqual([])
  })

  const lists: readonly [string, readonly Identified[], number][] = [
    ['ATT&CK techniques', attack.techniques, 80],
    ['ATT&CK mitigations', attack.mitigations, 39],
    ['FiGHT tactics', fight.tactics, 15],
    ['FiGHT techniques', fight.techniques, 183],
    ['FiGHT mitigations', fight.mitigations, 93],
    ['UK code measures', ukCode.measures, 258],
    ['EU toolbox measures', [...frameworks.euToolbox.strategic, ...frameworks.euToolbox.technical], 19],
    ['EU risk scenarios', frameworks.euRiskScenarios.items, 9],
    ['vendor security assessment sections', frameworks.vsa.items, 9],
    ['NESAS documents', frameworks.nesas.items, 9],
    ['security assurance specifications', frameworks.scas.items, 27],
    ['STRIDE', frameworks.stride, 6],
  ]
  test.each(lists)('%s are complete, with unique ids', (_name, items, count) => {
    expect(items).toHaveLength(count)
    expect(idsOf(items).size).toBe(count)
  })

  test('every list names its document, but for the known gaps', () => {
    const without = Object.entries(frameworks).filter(([, list]) => !('document' in list))
    expect(without.map(([name]) => name).toSorted()).toEqual(KNOWN_GAPS.withoutDocument)
  })
})

describe('no dangling id', () => {
  test('risks name techniques of FiGHT and ATT&CK, EU scenarios and STRIDE letters', () => {
    expect(
      dangling(
        riskCategories.flatMap((risk) => risk.fight),
        fight.techniques,
      ),
    ).toEqual([])
    expect(
      dangling(
        riskCategories.flatMap((risk) => risk.attack),
        attack.techniques,
      ),
    ).toEqual([])
    expect(
      dangling(
        riskCategories.flatMap((risk) => risk.euRiskScenarios),
        frameworks.euRiskScenarios.items,
      ),
    ).toEqual([])
    expect(
      dangling(
        riskCategories.flatMap((risk) => risk.stride),
        frameworks.stride,
      ),
    ).toEqual([])
  })

  test('mitigations name entries of each framework that the catalogue holds', () => {
    const { euToolbox, vsa, nesas } = frameworks
    expect(dangling(refs('euToolbox'), [...euToolbox.strategic, ...euToolbox.technical])).toEqual([])
    expect(dangling(refs('ukCoP'), ukCode.measures)).toEqual([])
    expect(dangling(refs('vsa'), vsa.items)).toEqual([])
    expect(dangling(refs('nesas'), nesas.items)).toEqual([])
    expect(dangling(refs('attack'), attack.mitigations)).toEqual([])
    expect(dangling(refs('fight'), fight.mitigations)).toEqual([])
    expect(refs('enisaScm')).toHaveLength(KNOWN_GAPS.enisaReferences)
    for (const reference of refs('enisaScm')) expect(reference).toMatch(/^SO\d{1,2}-\d{3}$/)
  })

  test('functions name security assurance specifications', () => {
    const named = functionDetails.flatMap((item) => item.scas ?? [])
    expect(named).toHaveLength(16)
    expect(dangling(named, frameworks.scas.items)).toEqual([])
  })

  test('UK code measures name regulations of 2022', () => {
    const regulations = new Set(frameworks.ukRegulations2022.items.map((item) => String(item.n)))
    const named = ukCode.measures.flatMap((item) =>
      item.regulations.map((text) => text.split('(')[0]?.trim() ?? ''),
    )
    expect(named.filter((number) => !regulations.has(number))).toEqual([])
    const without = ukCode.measures.filter((item) => item.regulations.length === 0).map((item) => item.id)
    expect(without).toEqual(KNOWN_GAPS.measuresWithoutRegulation)
  })

  test('EU asset categories give examples, but for the known gaps', () => {
    const without = frameworks.euAssetSensitivity.items.filter((item) => item.examples.length === 0)
    expect(without.map((item) => item.category)).toEqual(KNOWN_GAPS.assetsWithoutExample)
  })

  test('FiGHT is closed in itself', () => {
    const { techniques, tactics, mitigations, mitigationIdsWithoutEntry } = fight
    expect(
      dangling(
        techniques.flatMap((item) => item.tactics),
        tactics,
      ),
    ).toEqual([])
    expect(
      dangling(
        techniques.flatMap((item) => item.parent ?? []),
        techniques,
      ),
    ).toEqual([])
    expect(
      dangling(
        techniques.flatMap((item) => item.mitigations),
        mitigations,
      ),
    ).toEqual([])
    expect(
      dangling(
        mitigations.flatMap((item) => item.techniques),
        techniques,
      ),
    ).toEqual([])
    expect(mitigationIdsWithoutEntry).toEqual([])
  })

  test('FiGHT techniques and mitigations name each other, but for the known gaps', () => {
    const forth = fight.techniques.flatMap((item) => item.mitigations.map((id) => `${item.id} ${id}`))
    const gaps = Object.entries(KNOWN_GAPS.fightOneWay).flatMap(([id, named]) =>
      named.map((other) => `${id} ${other}`),
    )
    const back = new Set(fight.mitigations.flatMap((item) => item.techniques.map((id) => `${id} ${item.id}`)))
    expect(forth.filter((pair) => !back.has(pair)).toSorted()).toEqual(gaps)
    expect(
      dangling(
        [...back],
        forth.map((id) => ({ id })),
      ),
    ).toEqual([])
  })

  test('ATT&CK is closed in itself, but for the known gaps', () => {
    const { techniques, mitigations } = attack
    expect(
      dangling(
        techniques.flatMap((item) => item.mitigations),
        mitigations,
      ),
    ).toEqual([])
    const known = idsOf(techniques)
    const orphans = techniques.filter(({ id }) => id.includes('.') && !known.has(id.split('.')[0] ?? ''))
    expect(orphans.map((item) => item.id).toSorted()).toEqual(KNOWN_GAPS.attackParents)
  })
})

describe('notices', () => {
  const notice = readFileSync(new URL('../../../NOTICE', import.meta.url), 'utf8').replaceAll(/\s+/g, ' ')

  test('the NOTICE file carries those of ATT&CK and FiGHT word for word', () => {
    expect(attack._source.notice).toMatch(
      /The MITRE Corporation.*reproduced and distributed with the permission/,
    )
    expect(fight._source.notice).toMatch(/public release case 22-2192/)
    expect(notice).toContain(attack._source.notice)
    expect(notice).toContain(fight._source.notice)
    expect(notice).toContain(fight._source.changes)
  })

  test('the NOTICE file carries the licence of ATT&CK and the versions used', () => {
    expect(notice).toContain("provided that you reproduce MITRE's copyright designation and this license")
    expect(notice).toContain(attack._source.version)
    expect(notice).toContain(fight._source.version)
  })
})
