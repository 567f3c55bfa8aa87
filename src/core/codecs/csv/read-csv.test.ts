import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { originOf } from '../../layout/frames.ts'
import { normalise } from '../../model/normalise.ts'
import type { Imported } from '../codec.ts'
import { readAny } from '../codecs.ts'
import { sourceOf } from '../source.ts'
import { encodeText } from '../text.ts'
import { readCsv } from './read-csv.ts'

const sourceOfText = (text: string, name = 'network.csv') => sourceOf(encodeText(text), name)

function read(text: string): Imported {
  const result = readCsv.read(sourceOfText(text))
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

const refusal = (text: string) => {
  const result = readCsv.read(sourceOfText(text))
  return result.ok ? null : result.problems[0]
}

const NETWORK = `name;Network function;Zone;Supplier;Product;Version;Criticality;x;y
AMF 1;AMF;5G core;Acme;CoreX;3.2;;100;100
gNB 7;NR base station (monolithic);RAN;Globex;;;Medium;600;100
Probe;Packet probe of ours;5G core;acme;;;nonsense;100;300

From;To;Interface;Direction
gNB 7;AMF 1;N2;
Probe;amf 1;SSH;one-way
Probe;OSS;;sideways
;AMF 1;N14;
`

test('components and links are read from tables that people wrote', () => {
  const { model, report, placed, foreign } = read(NETWORK)
  expect(model.meta.title).toBe('network')
  expect(model.components.map(({ name, function: kind }) => [name, kind])).toEqual([
    ['AMF 1', 'amf'],
    ['OSS', null],
    ['Probe', null],
    ['gNB 7', 'gnb'],
    ['(open end)', null],
  ])
  const amf = model.components.find(({ name }) => name === 'AMF 1')
  const probe = model.components.find(({ name }) => name === 'Probe')
  expect(amf).toMatchObject({ product: 'CoreX', version: '3.2', criticality: null })
  expect(model.vendors.map(({ name }) => name)).toEqual(['Acme', 'Globex'])
  expect(probe?.vendor).toBe(amf?.vendor)
  expect(model.segments.map(({ name }) => name).toSorted()).toEqual(['5G core', 'RAN'])
  const links = model.links.map(({ interface: kind, name, direction }) => [kind, name, direction])
  expect(links).toContainEqual(['n2', null, 'both'])
  expect(links).toContainEqual([null, 'SSH', 'forward'])
  expect(links).toContainEqual(['n14', null, 'both'])
  expect(foreign.map(({ type, name }) => [type, name])).toEqual([
    ['Packet probe of ours', 'Probe'],
    ['', 'OSS'],
    ['', '(open end)'],
  ])
  expect(placed).toBe(false)
  expect(report.map(({ fate, what, at }) => [fate, what, at])).toEqual([
    ['carried', 'component', 'line 2'],
    ['carried', 'component', 'line 3'],
    ['changed', 'component', 'line 4'],
    ['carried', 'link', 'line 7'],
    ['carried', 'link', 'line 8'],
    ['changed', 'link', 'line 9'],
    ['changed', 'link', 'line 10'],
  ])
})

test('[EX9] components stand where the file says, and segments are drawn around them', () => {
  const { model, placed } = read(NETWORK.slice(0, NETWORK.indexOf('\n\n')))
  expect(placed).toBe(true)
  const standing = model.components.map(({ name, segment, pos }) => {
    const [x, y] = originOf(model, segment)
    return [name, pos[0] + x, pos[1] + y]
  })
  expect(standing).toEqual([
    ['AMF 1', 100, 100],
    ['Probe', 100, 300],
    ['gNB 7', 600, 100],
  ])
})

test('[EX9] segments that would lie over each other are laid out anew', () => {
  expect(read('name,segment,x,y\nA,one,0,0\nB,one,900,0\nC,two,400,0').placed).toBe(false)
  expect(read('name,x,y\nA,0,0\nB,900,').placed).toBe(false)
})

test('columns that mean nothing here are told once', () => {
  const { report } = read('name,vendor,Cost centre,Worst rating,\nA,Acme,17,High,\nB,,18,,stray')
  expect(report.filter(({ what }) => what === 'column')).toEqual([
    { fate: 'dropped', what: 'column', at: 'Cost centre', words: 'says nothing that a board has' },
    { fate: 'dropped', what: 'column', at: 'Worst rating', words: 'is worked out from the board' },
    { fate: 'dropped', what: 'column', at: 'column 5', words: 'says nothing that a board has' },
  ])
})

test('what is shown wins over an id that does not belong to it', () => {
  const { model } = read(
    'Id,Name,Function,Function id,Vendor,Vendor id\n' +
      'c1,One,AMF,amf,Acme,v1\nc2,Two,SMF,amf,Globex,v1\nc3,Three,AMF,amf,Acme,v1\n',
  )
  expect(model.components.map(({ function: kind }) => kind)).toEqual(['amf', 'smf', 'amf'])
  const [one, two, three] = model.components.map(({ vendor }) => vendor)
  expect([one, three]).toEqual(['v1', 'v1'])
  expect(model.vendors.find(({ id }) => id === two)?.name).toBe('Globex')
})

test('[EX8] ids that the file gives are kept, whatever is made from names', () => {
  const { model } = read('id,name,function\n,c1,AMF\nc1,Other,SMF\nc1,Third,UPF')
  expect(model.components.map(({ id, name }) => [id, name])).toEqual([
    ['Third', 'Third'],
    ['c1', 'Other'],
    ['c1-2', 'c1'],
  ])
})

test('a name of several components is taken for the first, and told', () => {
  const { report } = read('name,function\nA,AMF\nA,SMF\n\nfrom,to\nA,A')
  expect(report.at(-1)?.words).toContain('2 components are called “A”: the first is meant')
})

test('[MO2] a criticality that the catalogue has anyway is none of the component', () => {
  const { model } = read('name,function,criticality\nA,AMF,critical\nB,AMF,low\nC,,medium')
  expect(model.components.map(({ criticality }) => criticality)).toEqual([null, 'low', 'medium'])
})

test.each([
  ['', 'missing', 'line 1'],
  ['a,b\n1,2', 'missing', 'line 1'],
  ['name,function\n"A', 'damaged', 'line 2'],
  ['name,function\n\nfrom,to\n', 'missing', '(file)'],
])('[EX1] %j is refused with its place', (text, code, at) => {
  expect(refusal(text)).toMatchObject({ code, at })
})

test('tables are known by their heads, too', () => {
  const named = (text: string, name: string) => readCsv.detect(sourceOfText(text, name))
  expect(named('a,b', 'x.csv')).toBe(true)
  expect(named('from\tto\na\tb', 'links.txt')).toBe(true)
  expect(named('services:\n  amf: {}', 'docker-compose.yaml')).toBe(false)
  expect(named('{"name": 1, "vendor": 2}', 'x.csv')).toBe(false)
  expect(readAny(sourceOfText('from,to\na,b', 'links')).ok).toBe(true)
})

test('of columns that a field may be the first in the order of its names is meant', () => {
  const { model, report } = read('network,name,zone,hostname\nN,A,Z,H')
  expect(model.components.map(({ name }) => name)).toEqual(['A'])
  expect(model.segments.map(({ name }) => name)).toEqual(['Z'])
  expect(report.filter(({ what }) => what === 'column').map(({ at }) => at)).toEqual(['network', 'hostname'])
})

test('[EX1] a file of ever new tables is refused where there are too many', () => {
  expect(refusal(`${'name\n\n'.repeat(9999)}name\nA`)).toBeNull()
  expect(refusal('name\n\n'.repeat(50_000))).toMatchObject({ code: 'too-large', at: 'line 20001' })
})

test('[EX1] no text makes it throw, and what it gives is a normalised model', () => {
  const word = fc.constantFrom(
    'name',
    'from',
    'to',
    'id',
    'x',
    'y',
    'A',
    'B',
    '',
    '"',
    '-1',
    'function',
    'AMF',
    '\0',
  )
  const rows = fc.array(fc.array(word, { maxLength: 6 }).map((cells) => cells.join(',')))
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        rows.map((lines) => lines.join('\n')),
      ),
      (text) => {
        const result = readCsv.read(sourceOfText(text))
        if (result.ok) expect(normalise(result.value.model).setAside).toEqual([])
        else expect(result.problems[0]?.message).not.toBe('')
      },
    ),
    { numRuns: 500 },
  )
})
