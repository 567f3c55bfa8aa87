import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { analyse } from '../src/core/analysis/analyse-whole.ts'
import type { ExposureResult } from '../src/core/analysis/result.ts'
import { modelOf } from '../src/core/analysis/testing/model-of.ts'
import { normalise } from '../src/core/model/normalise.ts'
import { serialiseModel } from '../src/core/model/serialise.ts'
import { type Answer, type Package, packRingfence, run } from './testing/program.ts'

let installed: Package
let folder: string

beforeAll(() => {
  installed = packRingfence()
  folder = mkdtempSync(join(tmpdir(), 'ringfence-models-'))
}, 60_000)

afterAll(() => {
  installed.remove()
  rmSync(folder, { recursive: true })
})

const ringfence = (...args: string[]): Answer => installed.ringfence(args)

function file(text: string, name = 'model.ringfence.json'): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

/** AMF 1 is reached, rated high, through a risk that is accepted until the end of 2026. */
const model = modelOf({
  vendors: [{ id: 'v1', name: 'Acme' }],
  components: [
    { id: 'c1', name: 'AMF 1', function: 'amf' },
    { id: 'c2', name: 'Gate\u001b[2J', function: 'flux-gate', vendor: 'v1', product: 'CoreX' },
  ],
  links: [
    { id: 'l1', from: 'c2', to: 'c1', interface: 'n2' },
    { id: 'l9', from: 'c2', to: 'gone' },
  ],
  risks: [
    {
      id: 'r1',
      title: 'Builds cannot be reproduced',
      category: 'vr-build',
      on: { vendor: 'v1', product: 'CoreX' },
      likelihood: 4,
      impact: 5,
      status: 'accepted',
      acceptedUntil: '2026-12-31',
    },
  ],
  mitigations: [
    { id: 'm1', control: 'mit-repeatable-build', treats: ['r1'], on: [{ vendor: 'v1' }], status: 'planned' },
  ],
})
const text = serialiseModel(model)

describe('analyse', () => {
  test('[AN14] --json prints the result of the engine, to the letter', () => {
    const { status, out, err } = ringfence('analyse', file(text), '--json', '--date', '2026-11-23')
    expect({ status, err }).toEqual({ status: 0, err: '' })
    const expected = analyse(normalise(model), { date: '2026-11-23' })
    expect(out).toBe(`${JSON.stringify(expected, null, 2)}\n`)
    expect(expected.exposures).toMatchObject([{ risk: 'r1', target: 'c1', kind: 'reached', rating: 'high' }])
  })

  test('[AN1] [AN3] --scenario and --date set the arguments', () => {
    const path = file(text)
    const target = JSON.parse(ringfence('analyse', path, '--json', '--scenario', 'target').out)
    expect(target).toMatchObject({ policy: { scenario: 'target' }, exposures: [] })
    const later = JSON.parse(ringfence('analyse', path, '--json', '--date', '2027-01-01').out)
    expect(later).toMatchObject({ date: '2027-01-01', exposures: [{ accepted: false }] })
  })

  test('[AN14] an acceptance holds on its last day, and on the day after the risk is open again', () => {
    const on = (date: string) => ringfence('analyse', file(text), '--date', date).out
    expect(on('2026-12-31')).toContain('(accepted)')
    expect(on('2026-12-31')).not.toContain('Open again')
    expect(on('2027-01-01')).not.toContain('(accepted)')
    expect(on('2027-01-01')).toContain('  Builds cannot be reproduced, since 2027-01-01')
  })

  test('[AN14] the date is today’s by default', () => {
    const day = () => {
      const now = new Date()
      return new Date(now.valueOf() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
    }
    const before = day()
    const { date } = JSON.parse(ringfence('analyse', file(text), '--json').out) as { date: string }
    expect([before, day()]).toContain(date)
  })

  test.each([
    ['low', 1],
    ['medium', 1],
    ['high', 1],
    ['critical', 0],
  ])('[RT2] --fail-on %s ends with %i where the worst is high', (rating, status) => {
    const answer = ringfence('analyse', file(text), '--date', '2026-11-23', '--fail-on', rating)
    expect(answer.status).toBe(status)
    expect(answer.out).toContain('AMF 1')
  })

  test('[AN10] without --json it says in names what is exposed and what is covered', () => {
    const { out } = ringfence('analyse', file(text), '--date', '2026-11-23')
    expect(out).toContain('1 exposure: 0 taken, 1 reached; 1 of accepted risks')
    expect(out).toContain('HIGH  AMF 1 reached through Builds cannot be reproduced (accepted)')
    expect(out).toContain('Gate [2J —[N2]→ AMF 1')
    expect(out).toContain('Coverage: 0 % (1 accepted)')
    expect(out).toContain('1 set aside')
    expect(out).not.toContain('\u001b')
  })

  test('[AN13] --json proves the plan where the solver is installed, and says so where it is not', () => {
    // Three ways, and three mitigations of which each cuts two: the quick search finds a plan and no proof.
    const path = file(
      serialiseModel(
        modelOf({
          components: ['a', 'b', 'c', 't'].map((id) => ({
            id,
            criticality: id === 't' ? 'critical' : 'low',
          })),
          links: ['a', 'b', 'c'].map((from) => ({ id: `l-${from}`, from, to: 't', carries: 'control' })),
          risks: ['a', 'b', 'c'].map((id) => ({
            id: `r-${id}`,
            on: { component: id },
            propagation: 'foothold',
          })),
          mitigations: ['ab', 'bc', 'ac'].map((ends) => ({
            id: ends,
            effect: 'blocks-propagation',
            on: [...ends].map((end) => ({ link: `l-${end}` })),
            status: 'planned',
          })),
        }),
      ),
      'three-ways.ringfence.json',
    )
    const planOf = ({ out }: Answer) => (JSON.parse(out) as ExposureResult).whatIf.plan
    const without = ringfence('analyse', path, '--json')
    expect(planOf(without)).toMatchObject({ effort: 2, minimal: false, lowerBound: 1 })
    expect(without).toMatchObject({
      status: 0,
      err: expect.stringMatching(/^ringfence: the plan is not proven/),
    })
    mkdirSync(join(installed.folder, 'node_modules'))
    const solver = fileURLToPath(new URL('../node_modules/highs', import.meta.url))
    symlinkSync(solver, join(installed.folder, 'node_modules/highs'))
    const proven = ringfence('analyse', path, '--json')
    expect(planOf(proven)).toEqual({
      mitigations: planOf(without).mitigations,
      effort: 2,
      minimal: true,
      remaining: 0,
    })
    expect(proven).toMatchObject({ status: 0, err: '' })
  })

  test('a model comes from standard input, too', () => {
    const { status, out } = installed.ringfence(['analyse', '-', '--json'], text)
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ counts: { components: 2 } })
  })
})

describe('validate', () => {
  test('[MO1] [MO5] lists what is set aside and what the catalogue does not have', () => {
    const { status, out } = ringfence('validate', file(text))
    expect(status).toBe(0)
    expect(out).toContain('Opens: 1 vendor, 2 components, 1 link, 1 vendor risk, 1 mitigation.')
    expect(out).toContain('l9: link without an end')
    expect(out).toContain('c2: function "flux-gate"')
    expect(out).toContain('r1: accepted')
  })

  test('says nothing more of a model that needs no look', () => {
    expect(ringfence('validate', file(serialiseModel(modelOf({})))).out).toBe('Opens: an empty model.\n')
  })
})

describe('refusals end with 2, nothing on standard output, and each place on standard error', () => {
  const bad = (change: (value: typeof model) => unknown) => JSON.stringify(change(structuredClone(model)))
  test.each<[string, string | Buffer, string]>([
    ['a truncated file', text.slice(0, text.length / 2), 'line'],
    [
      'a wrong type',
      bad((one) => ({ ...one, components: [{ id: 'c1', function: 7 }] })),
      'components[0].function: expected text',
    ],
    ['a newer version', bad((one) => ({ ...one, version: 99 })), 'version: the file has version 99'],
    ['another format', '{"format":"else"}', 'is of no format that can be read'],
    [
      'ids used twice',
      bad((one) => ({ ...one, components: [{ id: 'c1' }, { id: 'c1' }] })),
      'components[1].id: ',
    ],
    ['a forbidden key', '{"format":"ringfence","version":1,"__proto__":{}}', '__proto__'],
    ['deep nesting', '['.repeat(5_000_000), 'nested deeper'],
    ['text that a terminal would obey', '{"format":"ringfence","version":"\u009b2J"}', 'found " 2J"'],
    ['bytes that are no text', Buffer.from([0x7b, 0xff, 0xfe]), 'is not UTF-8 text'],
  ])('[MO5] %s', (_, content, expected) => {
    const path = join(folder, 'bad.json')
    writeFileSync(path, content)
    for (const args of [
      ['validate', path],
      ['analyse', path, '--json', '--fail-on', 'low'],
    ]) {
      const { status, out, err } = ringfence(...args)
      expect({ status, out }).toEqual({ status: 2, out: '' })
      expect(err).toContain(`ringfence: ${path}: `)
      expect(err).toContain(expected)
      expect(err).not.toContain('    at ')
    }
  })

  test.each<[string, string[], string]>([
    ['no command', [], 'expected a command'],
    ['an unknown command', ['analyze'], 'no command "analyze"'],
    ['no file', ['analyse'], 'expected a file'],
    ['two files', ['validate', 'a', 'b'], 'expected one file'],
    ['a file without an end', ['analyse', '/dev/zero'], '/dev/zero: is larger than'],
    ['a file that is not there', ['analyse', 'not-there.json'], 'not-there.json: cannot be read'],
    ['an unknown option', ['analyse', 'a', '--jsn'], '--jsn'],
    ['an option without its value', ['analyse', 'a', '--fail-on'], '--fail-on'],
    [
      'an unknown rating',
      ['analyse', 'a', '--fail-on', 'severe'],
      '--fail-on: expected one of low, medium, high, critical',
    ],
    ['an unknown scenario', ['analyse', 'a', '--scenario', 'best'], '--scenario: expected one of'],
    ['no day', ['analyse', 'a', '--date', '2026-02-30'], '--date: expected a day'],
  ])('%s', (_, args, expected) => {
    const { status, out, err } = ringfence(...args)
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toContain(expected)
  })
})

describe('the program', () => {
  test.each<[string[], string]>([
    [['--help'], 'Usage: ringfence COMMAND'],
    [['analyse', '--help'], 'Usage: ringfence analyse FILE'],
    [['validate', '-h'], 'Usage: ringfence validate FILE'],
  ])('%j prints how to use it', (args, expected) => {
    const { status, out, err } = ringfence(...args)
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toContain(expected)
  })

  test('is the bin of the package, one file that Node runs by itself but for the solver', () => {
    const manifest = JSON.parse(readFileSync(join(installed.folder, 'package.json'), 'utf8')) as {
      bin: { ringfence: string }
    }
    const program = readFileSync(join(installed.folder, manifest.bin.ringfence), 'utf8')
    expect(program.startsWith('#!/usr/bin/env node\n')).toBe(true)
  })

  test('says so where its output cannot be written, and does not end as if it had found something', () => {
    const program = join(installed.folder, 'dist/node/ringfence.js')
    const { status, err } = run('sh', [
      '-c',
      '"$0" "$1" analyse "$2" >/dev/full',
      process.execPath,
      program,
      file(text),
    ])
    expect(status).toBe(2)
    expect(err).toMatch(/^ringfence: the output cannot be written \(.*ENOSPC.*\)\n$/)
  })

  test('runs from the checkout as an npm script', () => {
    const template = 'public/templates/operator-5g-sa-2018.ringfence.json'
    const { status, out } = run('npm', ['run', '-s', 'ringfence', '--', 'analyse', template, '--json'])
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ format: 'ringfence-exposure' })
  })
})
