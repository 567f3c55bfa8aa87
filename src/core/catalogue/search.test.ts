import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { functions } from './functions.ts'
import { searchFunctions } from './search.ts'

const found = (query: string, limit?: number): string[] =>
  searchFunctions(query, limit).map((item) => item.id)

describe('search for functions', () => {
  test.each([
    ['AMF', 'amf'],
    ['amf', 'amf'],
    ['gNodeB', 'gnb'],
    ['g Node-B', 'gnb'],
    ['handset', 'ue'],
    ['HSS', 'hss'],
    ['scscf', 's-cscf'],
    ['S CSCF', 's-cscf'],
    ['bastion', 'jump-host'],
    ['SS7 firewall', 'sig-fw'],
    ['Kubernetes API server', 'k8s-cp'],
    ['radio unit', 'o-ru'],
    ['TACACS', 'aaa'],
    ['5G base station', 'gnb'],
    ['Sécurity Gâteway', 'segw'],
  ])('%s finds %s first', (query, id) => {
    expect(found(query)[0]).toBe(id)
  })

  test('an exact name comes before names that begin with it, in catalogue order', () => {
    expect(found('gnb')).toEqual(['gnb', 'gnb-cu-cp', 'gnb-cu-up', 'gnb-cu', 'gnb-du'])
    expect(found('sgw').slice(0, 3)).toEqual(['sgw', 'sgw-c', 'sgw-u'])
  })

  test('beginnings of terms, of full names, of words, and the rest follow in this order', () => {
    const hits = found('node', 50)
    expect(hits[0]).toBe('nodeb')
    expect(hits.slice(-2)).toEqual(['gnb', 'enb'])
    expect(hits.indexOf('k8s-node')).toBeLessThan(hits.indexOf('gnb'))
    expect(found('security edge')[0]).toBe('sepp')
    expect(found('access and').slice(0, 1)).toEqual(['amf'])
  })

  test('words may come in another order', () => {
    expect(found('controller ran')).toContain('near-rt-ric')
    expect(found('mobility access')).toEqual(['amf'])
  })

  test('the limit holds, and nothing is found for nothing', () => {
    expect(found('management', 3)).toHaveLength(3)
    for (const query of ['', '   ', '-', '…', 'warp core']) expect(found(query)).toEqual([])
  })

  test('every function is found first, or among equals, by each of its own ways of writing', () => {
    for (const item of functions) {
      for (const name of [item.id, item.name, item.fullName, ...item.aliases]) {
        expect(found(name), name).toContain(item.id)
      }
      expect(found(item.name)[0], item.name).toBe(item.id)
    }
  })

  test('case, spaces and hyphens change nothing, and the limit only shortens', () => {
    const names = functions.flatMap((item) => [item.name, ...item.aliases])
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(30), (name, limit) => {
        const all = found(name, functions.length)
        expect(found(name.toUpperCase(), functions.length)).toEqual(all)
        expect(found(` ${name.replaceAll('-', ' ')} `, functions.length)).toEqual(all)
        expect(found(name, limit)).toEqual(all.slice(0, limit))
      }),
    )
  })

  test('any text is a query', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        const hits = found(query, functions.length)
        expect(new Set(hits).size).toBe(hits.length)
      }),
    )
  })
})
