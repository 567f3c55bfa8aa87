import { describe, expect, test } from 'vitest'
import { BLANK_COMPONENT, BLANK_LINK, BLANK_RISK } from './blank.ts'
import { parseModel, readModel } from './parse.ts'
import { inWords } from './problem.ts'
import { emptyModel } from './records.ts'

const file = (parts: Record<string, unknown> = {}) =>
  JSON.stringify({ format: 'ringfence', version: 1, ...parts })

/** Every problem of a text in words; empty where it can be read. */
function problemsIn(text: string): string[] {
  const read = parseModel(text)
  return read.ok ? [] : read.problems.map(inWords)
}

/** What is wrong with one record of a kind. */
const problemsWith = (kind: string, record: unknown) => problemsIn(file({ [kind]: [record] }))

describe('a file that says little', () => {
  test('[MO2] has every default', () => {
    expect(parseModel(file())).toEqual({ ok: true, value: emptyModel() })
    const read = parseModel(
      file({
        components: [{ id: 'c1' }],
        links: [{ id: 'l1' }],
        mitigations: [{ id: 'm1', on: [] }],
        risks: [{ id: 'r1', on: { component: 'c1' } }],
      }),
    )
    expect(read).toMatchObject({ ok: true })
    if (!read.ok) return
    const [component] = read.value.components
    expect(component).toEqual({ ...BLANK_COMPONENT, id: 'c1' })
    const [risk] = read.value.risks
    expect(risk).toEqual({ ...BLANK_RISK, id: 'r1', on: { component: 'c1' } })
    expect(read.value.links).toEqual([{ ...BLANK_LINK, id: 'l1' }])
    expect(read.value.mitigations[0]).toMatchObject({
      effect: null,
      effort: null,
      status: 'proposed',
      treats: [],
    })
    expect(read.value.risks[0]).toMatchObject({ propagation: null, status: 'open', likelihood: 3, impact: 3 })
  })

  test('[MO2] has the defaults of each part of the policy that it leaves out', () => {
    const read = parseModel(file({ meta: { policy: { planes: { user: 'access' } } } }))
    expect(read.ok && read.value.meta.policy).toEqual({
      scenario: 'current',
      planes: {
        management: 'control',
        control: 'access',
        signalling: 'access',
        'lawful-intercept': 'access',
        user: 'access',
      },
      access: 'weakness',
    })
  })

  test('is read with a byte order mark, too', () => {
    expect(problemsIn(`\uFEFF${file()}`)).toEqual([])
  })
})

test('[MO1] a name that no catalogue knows is kept', () => {
  const component = { id: 'c1', function: 'quantum-switch' }
  const read = parseModel(file({ components: [component], segments: [{ id: 's1', kind: 'own' }] }))
  expect(read.ok && read.value.components[0]?.function).toBe('quantum-switch')
  expect(read.ok && read.value.segments[0]?.kind).toBe('own')
})

describe('[MO3] a subject', () => {
  test.each([
    [{ component: 'c1' }],
    [{ vendor: 'v1' }],
    [{ vendor: 'v1', product: 'X' }],
    [{ vendor: 'v1', product: null }],
  ])('of a risk may be %j', (on) => expect(problemsWith('risks', { id: 'r1', on })).toEqual([]))

  test.each([
    [{}],
    [{ link: 'l1' }],
    [{ component: 'c1', vendor: 'v1' }],
    [{ component: 'c1', product: 'X' }],
    ['c1'],
    [null],
    [[]],
  ])('of a risk may not be %j', (on) =>
    expect(problemsWith('risks', { id: 'r1', on })).toEqual([
      'risks[0].on: expected {component}, {vendor} or {vendor, product}',
    ]),
  )

  test.each([[[]], [[{ component: 'c1' }, { link: 'l1' }, { segment: 's1' }, { vendor: 'v1' }]]])(
    'list of a mitigation may be %j',
    (on) => expect(problemsWith('mitigations', { id: 'm1', on })).toEqual([]),
  )

  test.each([[{ component: 'c1', link: 'l1' }], [{ vendor: 'v1', product: 'X' }], [{ risk: 'r1' }], ['c1']])(
    'of a mitigation may not be %j',
    (subject) =>
      expect(problemsWith('mitigations', { id: 'm1', on: [{ vendor: 'v1' }, subject] })).toEqual([
        'mitigations[0].on[1]: expected one of {component}, {link}, {segment}, {vendor}',
      ]),
  )

  test('list of a mitigation may not be left out: an empty one covers everything', () => {
    expect(problemsWith('mitigations', { id: 'm1' })).toEqual(['mitigations[0].on: is missing'])
  })
})

describe('a bad file is refused with the place of what is wrong:', () => {
  const cases: [string, string, string[]][] = [
    ['nothing', '', ['line 1, column 1: is not JSON from here on; the file may be cut off or damaged']],
    ['not an object', '[]', ['format: expected a Ringfence model, an object whose "format" is "ringfence"']],
    [
      'another format',
      '{"format":"otm"}',
      ['format: expected a Ringfence model, an object whose "format" is "ringfence"'],
    ],
    [
      'a newer version',
      JSON.stringify({ format: 'ringfence', version: 2, components: 'unreadable' }),
      [
        'version: the file has version 2, newer than the 1 that this Ringfence reads; open it with a newer Ringfence',
      ],
    ],
    ['no version', '{"format":"ringfence"}', ['version: expected a version from 1 to 1, found none']],
    [
      'version text',
      '{"format":"ringfence","version":"1"}',
      ['version: expected a version from 1 to 1, found "1"'],
    ],
    ['a list that is an object', file({ links: {} }), ['links: expected a list, found an object']],
    ['a record that is null', file({ links: [null] }), ['links[0]: expected an object, found null']],
    ['meta that is text', file({ meta: 'x' }), ['meta: expected an object, found text']],
    [
      'a policy of its own',
      file({ meta: { policy: { access: 'never' } } }),
      ['meta.policy.access: expected one of "weakness", "assume", found "never"'],
    ],
    [
      'a wrong type',
      file({ components: [{ id: 'c1' }, { id: 'c2', function: 5 }] }),
      ['components[1].function: expected text, found a number'],
    ],
    ['no id', file({ vendors: [{ name: 'Acme' }] }), ['vendors[0].id: is missing']],
    [
      'a bad id',
      file({ vendors: [{ id: 'a b' }] }),
      ['vendors[0].id: expected an id of 1 to 64 of A-Z a-z 0-9 . _ : -, found "a b"'],
    ],
    [
      'a long id',
      file({ vendors: [{ id: 'x'.repeat(65) }] }),
      [expect.stringMatching(/^vendors\[0\].id: expected an id of 1 to 64 .*…$/)],
    ],
    ['the id __proto__', file({ vendors: [{ id: '__proto__' }] }), ['vendors[0].id: cannot be "__proto__"']],
    [
      'a bad word',
      file({ links: [{ id: 'l1', direction: 'back' }] }),
      ['links[0].direction: expected one of "both", "forward", found "back"'],
    ],
    [
      'a grade out of range',
      file({ risks: [{ id: 'r1', on: { vendor: 'v1' }, impact: 6 }] }),
      ['risks[0].impact: expected at most 5, found 6'],
    ],
    [
      'a broken grade',
      file({ risks: [{ id: 'r1', on: { vendor: 'v1' }, impact: 2.5 }] }),
      ['risks[0].impact: expected a whole number, found 2.5'],
    ],
    [
      'no day of the calendar',
      file({ risks: [{ id: 'r1', on: { vendor: 'v1' }, acceptedUntil: '2027-02-30' }] }),
      ['risks[0].acceptedUntil: expected a date like 2027-03-31, found "2027-02-30"'],
    ],
    [
      'a place with three numbers',
      file({ notes: [{ id: 'n1', pos: [1, 2, 3] }] }),
      ['notes[0].pos: expected at most 2 entries, found [1,2,3]'],
    ],
    [
      'a place with one',
      file({ notes: [{ id: 'n1', pos: [1] }] }),
      ['notes[0].pos: expected at least 2 entries, found [1]'],
    ],
    [
      'a place beyond all',
      file({ notes: [{ id: 'n1', pos: [1e9, 0] }] }),
      ['notes[0].pos[0]: expected at most 10000000, found 1000000000'],
    ],
    [
      'a size of nothing',
      file({ notes: [{ id: 'n1', size: [0, 5] }] }),
      ['notes[0].size[0]: expected more than 0, found 0'],
    ],
    [
      'a deleted record',
      file({ notes: [{ id: 'n1', deleted: true }] }),
      ['notes[0].deleted: is reserved for shared documents; a file leaves deleted records out'],
    ],
    [
      'an id used twice',
      file({ vendors: [{ id: 'x' }], components: [{ id: 'x' }, { id: 'x' }] }),
      [
        'components[0].id: "x" is already the id at vendors[0].id; ids are unique over the file',
        'components[1].id: "x" is already the id at vendors[0].id; ids are unique over the file',
      ],
    ],
    [
      'a __proto__ key',
      '{"format":"ringfence","version":1,"components":[{"id":"c1","__proto__":{"a":1}}]}',
      ['components[0].__proto__: is a key that no file may carry; remove it'],
    ],
    [
      'a __proto__ key deep down',
      '{"format":"ringfence","version":1,"meta":{"own":[{"__proto__":1}]}}',
      ['meta.own[0].__proto__: is a key that no file may carry; remove it'],
    ],
  ]
  test.each(cases)('%s', (_, text, problems) => expect(problemsIn(text)).toEqual(problems))

  test('several things at once, each with its place', () => {
    const parts = { meta: { title: 1 }, vendors: 5, links: [{ id: 'l1', from: 7 }] }
    expect(problemsIn(file(parts)).map((line) => line.split(':')[0])).toEqual([
      'meta.title',
      'vendors',
      'links[0].from',
    ])
  })

  test('at most twenty of them', () => {
    expect(problemsIn(file({ vendors: Array.from({ length: 500 }, () => ({})) }))).toHaveLength(20)
  })

  test('a file that is cut off, wherever it is', () => {
    const text = JSON.stringify(JSON.parse(file({ components: [{ id: 'c1', name: 'AMF "1"' }] })), null, 2)
    for (let length = 0; length < text.length; length++) {
      const problems = problemsIn(text.slice(0, length))
      expect(problems).toHaveLength(1)
      expect(problems[0]).toMatch(/^line \d+, column \d+: is not JSON from here on/)
    }
  })

  test('the line and column where it stops being JSON', () => {
    expect(problemsIn('{\n  "format": "ringfence",\n  "version": ?\n}')).toEqual([
      'line 3, column 14: is not JSON from here on; the file may be cut off or damaged',
    ])
  })

  test('ten megabytes of nesting, at once', () => {
    const started = performance.now()
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const levels = Math.ceil(10_000_000 / (open.length + close.length))
      const text = `{"format":"ringfence","version":1,"own":${open.repeat(levels)}1${close.repeat(levels)}}`
      expect(problemsIn(text)[0]).toMatch(
        /^line 1, column \d+: lists and objects are nested deeper than 64 levels/,
      )
    }
    expect(performance.now() - started).toBeLessThan(2000)
  })

  test('brackets within text are no nesting', () => {
    expect(problemsIn(file({ meta: { title: `${'['.repeat(1000)}\\"${'{'.repeat(1000)}` } }))).toEqual([])
  })

  test('a text that is too long', () => {
    const text = ' '.repeat(64 * 1024 * 1024 + 1)
    expect(problemsIn(text)).toEqual([expect.stringMatching(/^\(file\): has 67108865 characters, more than/)])
  })
})

describe('a value that somebody else has parsed', () => {
  test('is read the same way', () => {
    expect(readModel(JSON.parse(file()))).toEqual({ ok: true, value: emptyModel() })
    expect(readModel(undefined)).toMatchObject({ ok: false, problems: [{ code: 'not-ringfence' }] })
  })

  test('may be nested without end', () => {
    let value: unknown = 1
    for (let level = 0; level < 100_000; level++) value = [value]
    const read = readModel({ format: 'ringfence', version: 1, own: value })
    expect(read).toMatchObject({ ok: false, problems: [{ code: 'too-deep' }] })
  })
})

test('[MO5] a list of hundreds of thousands of bad entries is refused with the place of its record', () => {
  const risks = [{ id: 'r1', on: { vendor: 'v1' }, evidence: Array.from({ length: 300_000 }, () => 0) }]
  expect(parseModel(JSON.stringify({ format: 'ringfence', version: 1, risks }))).toMatchObject({
    ok: false,
    problems: [{ code: 'wrong-value', at: 'risks[0]' }],
  })
})

test('[MO6] a comment of which only the text is said is read with its defaults', () => {
  const read = readModel({ format: 'ringfence', version: 1, comments: [{ id: 'k1', text: 'Old' }] })
  expect(read.ok && read.value.comments).toEqual([
    {
      id: 'k1',
      thread: null,
      on: null,
      at: null,
      author: '',
      colour: '#5c6770',
      created: null,
      text: 'Old',
      resolved: null,
    },
  ])
})

test.each([
  [{ on: { risk: 'r1' } }, 'on: expected one of {component}, {link}, {segment}'],
  [{ colour: 'url(x)' }, 'colour: expected a colour like #1f6f8b, found "url(x)"'],
  [{ created: 'today' }, 'created: expected a time like 2027-03-31T09:30:00Z, found "today"'],
])('[MO6] a comment with %j is refused', (fields, words) => {
  const read = readModel({ format: 'ringfence', version: 1, comments: [{ id: 'k1', ...fields }] })
  expect(read.ok ? null : read.problems.map(({ at, message }) => `${at}: ${message}`)).toEqual([
    `comments[0].${words}`,
  ])
})
