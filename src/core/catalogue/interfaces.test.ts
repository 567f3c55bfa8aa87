import { catalogueCarries, defaultPlane } from './defaults.ts'
import { describe, expect, test } from 'vitest'
import { interfaceById, interfaces, interfacesBetween } from './interfaces.ts'

const between = (from: string | null, to: string | null): string[] =>
  interfacesBetween(from, to).map((fit) => `${fit.interface.id}${fit.reversed ? ' reversed' : ''}`)

describe('interfaces between two functions', () => {
  test('an AMF and an SMF are joined by N11, in both directions', () => {
    expect(between('amf', 'smf')).toEqual(['n11'])
    expect(between('smf', 'amf')).toEqual(['n11 reversed'])
  })

  test('several interfaces come in catalogue order', () => {
    expect(between('li-poi', 'mdf')).toEqual(['li-x2', 'li-x3'])
    expect(between('gnb-cu', 'gnb-du')).toEqual(['f1-c', 'f1-u'])
    expect(between('gnb-du', 'o-ru')).toEqual(['ofh-cus', 'ofh-m'])
  })

  test('a pair of equal ends is listed once', () => {
    expect(between('upf', 'upf')).toEqual(['n9', 'n19'])
    expect(between('amf', 'amf')).toEqual(['n14'])
  })

  test('on management interfaces the controlling end is the first', () => {
    expect(between('ems', 'amf')).toEqual(['ems-ne'])
    expect(between('amf', 'ems')).toEqual(['ems-ne reversed'])
    expect(between('vendor-support', 'jump-host')).toEqual(['sc-remote'])
    expect(between('log-server', 'hss')).toEqual(['syslog reversed'])
  })

  test('those that fit directly stand before the reversed ones', () => {
    expect(between('ems', 'vendor-support')).toEqual(['sc-telemetry', 'sc-remote reversed'])
    expect(between('vendor-support', 'ems')).toEqual(['sc-remote', 'sc-telemetry reversed'])
  })

  test('null, unknown and unrelated functions have none', () => {
    expect(between(null, 'amf')).toEqual([])
    expect(between('amf', null)).toEqual([])
    expect(between('amf', 'warp-core')).toEqual([])
    expect(between('usim', 'pe-router')).toEqual([])
  })

  test('every pair of the catalogue is found from both ends', () => {
    for (const item of interfaces) {
      for (const [from, to] of item.between) {
        expect(interfacesBetween(from, to)).toContainEqual({ interface: item, reversed: false })
        expect(interfacesBetween(to, from)).toContainEqual({ interface: item, reversed: from !== to })
      }
    }
  })
})

describe('defaults of links', () => {
  test('[MO2] the plane is that of the interface, control where there is none', () => {
    expect(defaultPlane('n1')).toBe('signalling')
    expect(defaultPlane('n3')).toBe('user')
    expect(defaultPlane('ems-ne')).toBe('management')
    expect(defaultPlane('li-x1')).toBe('lawful-intercept')
    expect(defaultPlane(null)).toBe('control')
    expect(defaultPlane('subspace')).toBe('control')
  })

  test('[AN4] the catalogue states what an interface carries on few of them', () => {
    const stated = interfaces.filter((item) => catalogueCarries(item.id) !== null).map((item) => item.id)
    expect(stated).toEqual(['smo-ric', 'bss-oss', 'syslog', 'pki-if', 'scan', 'corp-mgmt', 'sc-telemetry'])
    expect(catalogueCarries('syslog')).toBe('access')
    expect(catalogueCarries('ems-ne')).toBeNull()
    expect(catalogueCarries(null)).toBeNull()
  })

  test('an interface is found by id', () => {
    expect(interfaceById('n4')).toMatchObject({ name: 'N4', between: [['smf', 'upf']] })
    expect(interfaceById('subspace')).toBeNull()
  })
})
