import { defaultCriticality, isExternal } from './defaults.ts'
import { describe, expect, test } from 'vitest'
import { FAMILIES, FAMILY_MEMBERS, familyOf } from './families.ts'
import { functionDetailsById } from './function-details.ts'
import { functionById, functions, functionsBySegment } from './functions.ts'
import { segmentById } from './segments.ts'
import { zoneById } from './zones.ts'

describe('functions by id', () => {
  test('the AMF is found with its segment, criticality and security assurance specification', () => {
    expect(functionById('amf')).toMatchObject({ name: 'AMF', segment: 'core-5g', criticality: 'critical' })
    expect(functionDetailsById('amf')).toMatchObject({ scas: 'TS 33.512' })
  })

  test('null, unknown names and names of object members find nothing', () => {
    for (const id of [null, '', 'AMF', 'warp-core', 'constructor', '__proto__'])
      expect(functionById(id)).toBeNull()
  })

  test('segments and zones are found by id', () => {
    expect(segmentById('core-4g')?.name).toBe('4G core (EPC)')
    expect(segmentById('core-6g')).toBeNull()
    expect(zoneById('third-party')?.name).toBe('Third-party administration')
    expect(zoneById(null)).toBeNull()
  })
})

describe('defaults of components', () => {
  test('[MO2] criticality is that of the function, medium where there is none', () => {
    expect(defaultCriticality('udm')).toBe('critical')
    expect(defaultCriticality('gnb')).toBe('high')
    expect(defaultCriticality('onu')).toBe('low')
    expect(defaultCriticality(null)).toBe('medium')
    expect(defaultCriticality('warp-core')).toBe('medium')
  })

  test('[MO2] suppliers, partners and the internet are untrusted, own and unknown functions are not', () => {
    for (const id of ['vendor-support', 'msp-noc', 'ipx', 'internet', 'lemf'])
      expect(isExternal(id), id).toBe(true)
    for (const id of ['amf', 'jump-host', 'public-cloud', null, 'warp-core'])
      expect(isExternal(id)).toBe(false)
    expect(functions.filter((item) => isExternal(item.id))).toHaveLength(23)
  })
})

describe('functions by segment', () => {
  test('every function stands in one group, groups in the order of the network', () => {
    const groups = functionsBySegment()
    expect(groups).toHaveLength(15)
    expect(groups[0]?.segment.id).toBe('device')
    expect(groups[4]?.functions.slice(0, 3).map((item) => item.id)).toEqual(['amf', 'smf', 'upf'])
    expect(groups.at(-1)?.segment.id).toBe('external')
    expect(
      groups
        .flatMap((group) => group.functions)
        .map((item) => item.id)
        .toSorted(),
    ).toEqual(functions.map((item) => item.id).toSorted())
  })

  test('the groups are made once', () => {
    expect(functionsBySegment()).toBe(functionsBySegment())
  })
})

describe('families', () => {
  test.each([
    ['gnb-du', 'radio'],
    ['pe-router', 'router'],
    ['roadm', 'optical'],
    ['ptp-gm', 'timing'],
    ['amf', 'core'],
    ['upf', 'gateway'],
    ['hss', 'database'],
    ['s-cscf', 'voice'],
    ['smsc', 'messaging'],
    ['sepp', 'border'],
    ['k8s-node', 'compute'],
    ['nfvo', 'orchestration'],
    ['ems', 'management'],
    ['jump-host', 'security'],
    ['admf', 'interception'],
    ['vendor-build', 'supplier'],
    ['sim-vendor', 'supplier'],
    ['ipx', 'external'],
    ['lemf', 'external'],
    ['ue', 'device'],
    ['olt', 'fixed-access'],
    ['warp-core', 'custom'],
    [null, 'custom'],
  ])('%s is drawn as %s', (id, family) => {
    expect(familyOf(id)).toBe(family)
  })

  test('every function has a family, and every family but custom has functions', () => {
    const used = new Set(functions.map((item) => familyOf(item.id)))
    expect([...used].toSorted()).toEqual(FAMILIES.filter((family) => family !== 'custom').toSorted())
  })

  test('members of a family are functions, and none has two families', () => {
    const members = Object.values(FAMILY_MEMBERS).flatMap((ids) => ids.split(' '))
    expect(members.filter((id) => functionById(id) === null)).toEqual([])
    expect(new Set(members).size).toBe(members.length)
  })
})
