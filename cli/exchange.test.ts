import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { modelOf } from '../src/core/analysis/testing/model-of.ts'
import { unzipped } from '../src/core/codecs/testing/unzipped.ts'
import { serialiseModel } from '../src/core/model/serialise.ts'
import { type Answer, type Package, packRingfence, run } from './testing/program.ts'

let installed: Package
let folder: string

beforeAll(() => {
  installed = packRingfence()
  folder = mkdtempSync(join(tmpdir(), 'ringfence-exchange-'))
}, 120_000)

afterAll(() => {
  installed.remove()
  rmSync(folder, { recursive: true })
})

const ringfence = (...args: string[]): Answer => installed.ringfence(args)
const at = (name: string) => join(folder, name)

function file(name: string, text: string): string {
  writeFileSync(at(name), text)
  return at(name)
}

const model = modelOf({
  vendors: [{ id: 'v1', name: 'Acme' }],
  segments: [{ id: 's1', name: 'Core', size: [600, 400] }],
  components: [
    { id: 'c1', name: 'AMF 1', function: 'amf', segment: 's1', pos: [40, 60] },
    { id: 'c2', name: 'EMS', function: 'ems', vendor: 'v1', pos: [-400, 60] },
  ],
  links: [{ id: 'l1', from: 'c2', to: 'c1', interface: 'ems-ne' }],
  risks: [{ id: 'r1', title: 'Builds', category: 'vr-build', on: { vendor: 'v1' } }],
  mitigations: [
    { id: 'm1', control: 'mit-repeatable-build', treats: ['r1'], on: [{ vendor: 'v1' }], status: 'planned' },
  ],
})
const board = () => file('board.ringfence.json', serialiseModel(model))

describe('convert', () => {
  test.each(['drawio', 'otm.json', 'otm.yaml', 'cdx.json', 'tm-bom.json'])(
    '[EX4] to %s and back is the same model',
    (extension) => {
      const there = ringfence('convert', board(), at(`there.${extension}`))
      expect(there).toMatchObject({ status: 0, out: '' })
      expect(there.err).toContain('components: 2 carried')
      expect(ringfence('convert', at(`there.${extension}`), at('back.ringfence.json')).status).toBe(0)
      expect(readFileSync(at('back.ringfence.json'), 'utf8')).toBe(serialiseModel(model))
    },
  )

  test('writes a draw.io file compressed where that is asked for, and reads it back', () => {
    expect(ringfence('convert', board(), at('packed.drawio'), '--packed').status).toBe(0)
    expect(readFileSync(at('packed.drawio'), 'utf8')).toContain('compressed="true"')
    expect(ringfence('diff', board(), at('packed.drawio')).status).toBe(0)
  })

  test('a folder that cannot be made is refused, as a file would be', () => {
    const there = file('there.txt', '')
    for (const output of [`${there}/`, `${there}/below/`])
      expect(ringfence('convert', board(), output, '--to', 'csv')).toMatchObject({
        status: 2,
        err: expect.stringContaining('cannot be written'),
      })
  })

  test('a part that is not on the board is refused', () => {
    expect(ringfence('render', board(), at('part.svg'), '--select', 'c1', '--select', 'nope')).toMatchObject({
      status: 2,
      err: expect.stringContaining('Not on this board: nope.'),
    })
  })

  test('writes the registers as a workbook', () => {
    expect(ringfence('convert', board(), at('registers.xlsx'))).toMatchObject({ status: 0, out: '' })
    const parts = Object.entries(unzipped(readFileSync(at('registers.xlsx'))))
    const sheets = parts.filter(([name]) => name.startsWith('xl/worksheets/'))
    expect(sheets.some(([, sheet]) => sheet.includes('Builds'))).toBe(true)
  })

  test('reads standard input, writes standard output, and lays out what has no places', () => {
    const text = 'services:\n  amf: {}\n  smf: { depends_on: [amf] }\n'
    const { status, out, err } = installed.ringfence(['convert', '-', '-', '--to', 'ringfence'], text)
    expect(status).toBe(0)
    expect(err).toContain('Read as docker-compose:')
    const read = JSON.parse(out) as { components: { function: string; pos: number[] }[] }
    expect(read.components.map((component) => component.function)).toEqual(['amf', 'smf'])
    expect(read.components[0]?.pos).not.toEqual(read.components[1]?.pos)
  })

  test('several files go into a folder, and the whole account into a file', () => {
    const answer = ringfence(
      'convert',
      board(),
      `${at('tables')}/`,
      '--to',
      'csv',
      '--report',
      at('account.json'),
    )
    expect(answer.status).toBe(0)
    expect(readdirSync(at('tables')).length).toBeGreaterThan(4)
    expect(JSON.parse(readFileSync(at('account.json'), 'utf8'))).toMatchObject({
      format: 'ringfence-conversion',
    })
  })

  test.each<[string, string[], string]>([
    ['an extension of several formats', ['board.ringfence.json', 'out.json'], 'add --to'],
    [
      'a format that cannot be written',
      ['board.ringfence.json', 'out.x', '--to', 'tm7'],
      '--to: expected one of',
    ],
    ['one file', ['board.ringfence.json'], 'expected a file to read and one to write'],
    ['several files on standard output', ['board.ringfence.json', '-', '--to', 'csv'], 'give a folder'],
    ['a file of no format', ['hello.txt', 'out.drawio'], 'is of no format that can be read'],
  ])('%s is refused', (_, args, expected) => {
    board()
    file('hello.txt', 'hello')
    const { status, out, err } = ringfence(
      'convert',
      ...args.map((arg, index) => (index < 2 && arg !== '-' ? at(arg) : arg)),
    )
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toContain(expected)
  })
})

describe('diff', () => {
  const changed = () =>
    file(
      'after.ringfence.json',
      serialiseModel({
        ...model,
        mitigations: model.mitigations.map((each) => ({ ...each, status: 'implemented' as const })),
      }),
    )

  test('[AN13] tells what changed and what that clears, and ends with 1', () => {
    const { status, out } = ringfence('diff', board(), changed(), '--date', '2026-11-29')
    expect(status).toBe(1)
    expect(out).toContain('status planned → implemented')
    expect(out).toContain('No longer exposed:\n  AMF 1 through Builds: taken')
    const json = ringfence('diff', board(), changed(), '--json', '--date', '2026-11-29')
    expect(JSON.parse(json.out)).toMatchObject({
      structure: [{ id: 'm1' }],
      exposure: { out: expect.arrayContaining([expect.objectContaining({ risk: 'r1', target: 'c1' })]) },
    })
  })

  test('ends with 0 where nothing differs, whatever the formats', () => {
    ringfence('convert', board(), at('same.drawio'))
    expect(ringfence('diff', board(), at('same.drawio'))).toMatchObject({ status: 0 })
  })
})

describe('render and report', () => {
  test('draw without any package beside the program, the same each time', () => {
    for (const name of ['one.svg', 'two.svg']) {
      expect(ringfence('render', board(), at(name), '--date', '2026-11-29').status).toBe(0)
    }
    const svg = readFileSync(at('one.svg'), 'utf8')
    expect(svg).toBe(readFileSync(at('two.svg'), 'utf8'))
    expect(svg).toContain('AMF 1')
    expect(ringfence('render', board(), at('path.svg'), '--exposure', 'r1,c1').status).toBe(0)
    expect(ringfence('report', board(), at('report.html'), '--date', '2026-11-29').status).toBe(0)
    expect(readFileSync(at('report.html'), 'utf8')).toContain('AMF 1')
  })

  test('[MO5] a report tells what was set aside', () => {
    const dangling = file(
      'dangling.ringfence.json',
      serialiseModel({ ...model, links: model.links.map((link) => ({ ...link, to: 'gone' })) }),
    )
    ringfence('report', dangling, at('aside.html'), '--sections', 'set-aside')
    expect(readFileSync(at('aside.html'), 'utf8')).toContain('link without an end')
  })

  test('say what is missing where a package is not installed, or what is asked for is not there', () => {
    const without = ringfence('render', board(), at('board.png'))
    expect(without).toMatchObject({ status: 2, out: '' })
    expect(without.err).toContain('packages that are not installed')
    const gone = ringfence('render', board(), at('gone.svg'), '--exposure', 'r1,c9')
    expect(gone).toMatchObject({ status: 2 })
    expect(gone.err).toContain('That exposure is not there')
    expect(ringfence('render', board(), at('x.png'), '--scale', '0').err).toContain(
      '--scale: expected a number',
    )
    expect(ringfence('report', board(), at('x.html'), '--scale', '2').err).toContain(
      "Unknown option '--scale'",
    )
    expect(ringfence('report', board(), at('x.html'), '--sections', 'weather').err).toContain(
      '--sections: expected one of',
    )
  })

  test('draw pixels and documents where they are', () => {
    for (const [command, name, begins] of [
      ['render', 'board.png', '\u0089PNG'],
      ['render', 'board.pdf', '%PDF'],
      ['report', 'report.pdf', '%PDF'],
      ['report', 'report.docx', 'PK'],
    ] as const) {
      const { status, err } = run('npm', ['run', '-s', 'ringfence', '--', command, board(), at(name)])
      expect({ status, err }).toEqual({ status: 0, err: '' })
      expect(readFileSync(at(name)).toString('latin1').startsWith(begins)).toBe(true)
    }
  }, 90_000)
})
