import { functionsOf, guessOf, mappingKey, withFunctions } from '../guess.ts'
import { existsSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalise } from '../../model/normalise.ts'
import type { Imported } from '../codec.ts'
import { sourceOf } from '../source.ts'
import { encodeText } from '../text.ts'
import { addressesIn } from './addresses.ts'
import { readCompose } from './compose.ts'
import { imageIn } from './image.ts'
import { interpolate } from './interpolate.ts'

const sourceOfText = (text: string, name = 'file.yaml') => sourceOf(encodeText(text), name)

function read(text: string): Imported {
  const result = readCompose.read(sourceOfText(text))
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

const FIXTURE = readFileSync(new URL('fixtures/small-core.yaml', import.meta.url), 'utf8')
const ends = ({ model }: Imported) =>
  model.links.map(({ from, to, interface: kind }) => `${from} ${kind ?? '–'} ${to}`)
const wordsAt = ({ report }: Imported, wanted: string) => report.find(({ at }) => at === wanted)?.words

test('services are components of their networks, by the function and version that the file names', () => {
  const { model, foreign, placed } = read(FIXTURE)
  expect(placed).toBe(false)
  expect(model.meta.title).toBe('small-core')
  expect(
    model.components.map(({ id, name, function: kind, segment, product, version }) => [
      id,
      name,
      kind,
      segment,
      product,
      version,
    ]),
  ).toEqual([
    ['blobs', 'blobs', null, 'default', 'bare', null],
    ['both', 'amf', null, 'default', 'x', null],
    ['edge', 'vpp-upf-1', 'upf', 'n4', 'oai/upf', null],
    ['oai-amf', 'oai-amf', 'amf', 'control', 'registry.example.org:5000/oai/amf', 'v2.0'],
    ['oai-nrf', 'oai-nrf', 'nrf', 'control', 'oai/nrf', 'sha256:0123'],
    ['oai-smf', 'oai-smf', 'smf', 'control', 'oai/smf', null],
    ['sidecar', 'sidecar', null, 'control', 'sniffer', null],
  ])
  expect(model.segments.map(({ id, name }) => [id, name])).toEqual([
    ['control', 'control-plane'],
    ['default', 'default'],
    ['n3', 'n3'],
    ['n4', 'n4'],
    ['n6', 'n6'],
  ])
  // All of them can be corrected by whoever brings them in.
  expect(new Set(foreign.map(({ component }) => component))).toEqual(
    new Set(model.components.map(({ id }) => id)),
  )
  const open = foreign.filter(({ guess }) => guess === undefined)
  expect(open.map(({ component, type }) => [component, type])).toEqual([
    ['blobs', 'bare'],
    ['sidecar', 'sniffer'],
    ['both', 'x'],
  ])
})

test('what one service is told of another is a link, by the only interface that fits', () => {
  expect(ends(read(FIXTURE))).toEqual([
    'both – oai-nrf',
    'both – oai-smf',
    'oai-amf nnrf oai-nrf',
    'oai-smf – blobs',
    'oai-smf n4 edge',
    'oai-smf nnrf oai-nrf',
    'sidecar – oai-nrf',
  ])
})

test('[EX2] the report tells what a board has no place for', () => {
  const imported = read(FIXTURE)
  expect(wordsAt(imported, 'services.edge')).toBe(
    'is in n3, n6, too, and drawn in the first of its networks alone',
  )
  expect(wordsAt(imported, 'services.oai-smf')).toContain('leaves out extends')
  expect(wordsAt(imported, 'services.oai-smf')).toContain('names its image by a variable')
  expect(wordsAt(imported, 'services.oai-amf')).toContain('publishes 1 ports on its host')
  expect(wordsAt(imported, 'services.sidecar')).toContain('has the network of service:oai-nrf')
  expect(wordsAt(imported, 'services.both')).toContain('is named like several network functions (amf, smf)')
  expect(wordsAt(imported, 'services.sidecar.depends_on.missing')).toBe(
    'names a service that is not in the file',
  )
  expect(wordsAt(imported, 'n6')).toContain('declared nowhere')
  expect(wordsAt(imported, 'data')).toBe('is no part of a network')
})

test('values of the environment, which may be secret, are kept nowhere', () => {
  expect(JSON.stringify(read(FIXTURE))).not.toContain('hidden-')
})

test('an order to start in joins nothing where the catalogue knows no interface', () => {
  const imported = read('services:\n  n3iwf: {depends_on: [smf, upf]}\n  smf: {}\n  upf: {}\n')
  expect(ends(imported)).toEqual(['n3iwf n3 upf'])
  expect(wordsAt(imported, 'services.n3iwf.depends_on.smf')).toContain('an order to start in')
})

test('the catalogue says which end controls', () => {
  expect(ends(read('services:\n  upf: {depends_on: [smf]}\n  smf: {}\n'))).toEqual(['smf n4 upf'])
})

test.each([
  ['DB_URI', 'mongodb://u:p@db:27017/x', ['db']],
  ['URLS', 'http://a/x, https://b.example:8/y', ['a', 'b.example']],
  ['PEER', 'amf:8000', ['amf']],
  ['PEER', 'amf', []],
  ['AMF_HOST', 'amf', ['amf']],
  ['X', '192.0.2.1', ['192.0.2.1']],
  ['TZ', 'Europe/Paris', []],
  ['LOG_LEVEL', 'debug', []],
  ['V6', 'http://[2001:db8::1]:80/', ['2001:db8::1']],
])('addresses in %s=%s', (name, value, hosts) => {
  expect(addressesIn(name, value)).toEqual(hosts)
})

test.each([
  ['${A:-x}', 'x'],
  ['${A-x}:${B}', 'x:${B}'],
  ['${A:-${B:-${C:-z}}}', 'z'],
  ['$$A ${PATH} $HOME', '$A ${PATH} $HOME'],
])('only defaults of the file itself fill in %s', (text, filled) => {
  expect(interpolate(text)).toBe(filled)
})

test.each([
  ['free5gc/upf:v4.2.3', 'free5gc/upf', 'v4.2.3', 'upf'],
  ['localhost:5000/upf', 'localhost:5000/upf', null, 'upf'],
  ['mongo:', 'mongo', null, 'mongo'],
  ['a/b:1@sha256:00', 'a/b', '1', 'b'],
])('the image %s', (text, product, version, base) => {
  expect(imageIn(text)).toEqual({ product, version, base })
})

test('only files with services are its own, damaged or not', () => {
  const detect = (text: string, name?: string) => readCompose.detect(sourceOfText(text, name))
  expect(detect(FIXTURE)).toBe(true)
  expect(detect('services: [')).toBe(false)
  expect(detect('services: [', 'docker-compose.yml')).toBe(true)
  expect(detect('title: x')).toBe(false)
  expect(readCompose.read(sourceOfText('title: x'))).toMatchObject({
    ok: false,
    problems: [{ at: 'services' }],
  })
})

test('[EX1] whatever the services are, it never throws', () => {
  const key = fc.constantFrom('a', 'amf', 'default', 'networks', '')
  const leaf = fc.oneof(fc.jsonValue({ maxDepth: 2 }), key)
  const service = fc.oneof(
    leaf,
    fc.record(
      Object.fromEntries(
        ['image', 'networks', 'depends_on', 'links', 'environment', 'ports', 'network_mode', 'hostname'].map(
          (name) => [name, fc.oneof(leaf, fc.array(leaf), fc.dictionary(key, leaf))],
        ),
      ),
      { requiredKeys: [] },
    ),
  )
  const file = fc.record({ services: fc.dictionary(key, service), networks: leaf, name: leaf, include: leaf })
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        file.map((value) => JSON.stringify(value)),
      ),
      (text) => {
        const result = readCompose.read(sourceOfText(text))
        if (result.ok) expect(normalise(result.value.model).setAside).toEqual([])
        else expect(result.problems[0]?.message).not.toBe('')
      },
    ),
    { numRuns: 300 },
  )
})

const SAMPLE = '../shared/samples/compose/free5gc.docker-compose.yaml'

describe.skipIf(!existsSync(SAMPLE))(`with the sample ${SAMPLE}`, () => {
  const text = existsSync(SAMPLE) ? readFileSync(SAMPLE, 'utf8') : ''

  test('each service of free5GC is a component, most by their function', () => {
    const imported = read(text)
    const { model, foreign } = imported
    const body = text.slice(text.indexOf('services:'), text.indexOf('\nnetworks:'))
    const services = [...body.matchAll(/^ {2}([a-z0-9-]+):$/gm)].map(([, name]) => name)
    expect(new Set(model.components.map(({ id }) => id))).toEqual(new Set(services))
    expect(foreign.flatMap((element) => (guessOf(element) === null ? [element.name] : []))).toEqual([
      'n3iwue',
    ])
    const chosen = new Map(foreign.map((element) => [mappingKey(element), null]))
    expect(
      withFunctions(model, functionsOf(foreign, chosen)).components.some((each) => each.function !== null),
    ).toBe(false)
    expect(withFunctions(model, functionsOf(foreign, new Map()))).toEqual(model)
    expect(model.components.every(({ version }) => version !== null)).toBe(true)
    expect(model.segments.map(({ id }) => id)).toEqual(['privnet'])
    expect(ends(imported)).toEqual(
      expect.arrayContaining([
        'free5gc-smf n4 free5gc-upf',
        'ueransim n2 free5gc-amf',
        'free5gc-n3iwf n3 free5gc-upf',
        'free5gc-udr nf-db-if db',
      ]),
    )
    const dependencies = [...body.matchAll(/^ {6}- (?:free5gc-[a-z0-9]+|db)$/gm)].length
    expect(imported.report.filter(({ what }) => what === 'dependency').length).toBe(dependencies)
  })
})
