import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise } from '../model/normalise.ts'
import { KINDS, type Model } from '../model/records.ts'
import { randomRecords, reordered } from '../model/testing/random-records.ts'
import { sampleModel } from '../model/testing/sample.ts'
import type { Writer } from './codec.ts'
import { writeDot } from './dot/dot.ts'
import { label } from './mermaid/escape.ts'
import { writeMermaid } from './mermaid/mermaid.ts'

const DATE = '2026-11-23'

const textOf = (writer: Writer, model: Model): string =>
  String(writer.write(normalise(model).model, { date: DATE }).files[0]?.content)

const BOARD = sampleModel({
  meta: { title: 'Core "one"' },
  segments: [
    { id: 's1', name: '5G core', pos: [100, 100] },
    { id: 's2', name: 'Inner', parent: 's1', pos: [20, 40] },
  ],
  components: [
    { id: 'c1', name: 'AMF 1', function: 'amf', segment: 's2', pos: [10, 20] },
    { id: 'c2', name: 'North', function: 'gnb', pos: [-500, 0] },
    { id: 'c3', name: 'Aside', function: 'x-own', criticality: 'low' },
  ],
  links: [
    { id: 'l1', from: 'c2', to: 'c1', interface: 'n2' },
    { id: 'l2', from: 'c3', to: 'c1', name: 'Own', direction: 'forward', carries: 'none' },
  ],
  risks: [{ id: 'r1', on: { component: 'c2' }, propagation: 'foothold' }],
})

test('Mermaid: segments around components, links by their names, routes in colour', () => {
  expect(textOf(writeMermaid, BOARD)).toBe(`---
title: "Core \\"one\\""
---
flowchart LR
  c0["North – gNB"]
  c1["Aside – x-own"]
  subgraph s2["5G core"]
    subgraph s3["Inner"]
      c4["AMF 1"]
    end
  end
  c0 <-->|"N2"| c4
  c1 -->|"Own"| c4
  classDef taken fill:#f9dedc,stroke:#b3261e,color:#1c1b1f
  classDef reached fill:#ffecc8,stroke:#b26a00,color:#1c1b1f
  linkStyle 0 stroke:#b26a00,stroke-width:3px
  classDef critical stroke-width:3px
  class c0,c4 reached
  class c4 critical
`)
})

test('DOT: clusters around nodes that stand where the board has them, routes in colour', () => {
  const text = textOf(writeDot, BOARD)
  expect(text).toContain('digraph "Core \\"one\\"" {')
  expect(text).toContain('  subgraph "cluster_s1" {\n    graph [label="5G core"')
  expect(text).toContain('    subgraph "cluster_s2" {\n      graph [label="Inner"')
  expect(text).toContain(
    '"c1" [label="AMF 1", pos="214,-192!", color="#b26a00", fillcolor="#ffecc8", penwidth=3]',
  )
  expect(text).toContain('"c2" [label="North\\ngNB", pos="-416,-32!"')
  expect(text).toContain('"c2" -> "c1" [label="N2", dir=both, color="#b26a00", penwidth=2.5]')
  expect(text).toContain('"c3" -> "c1" [label="Own"]')
})

test.each([
  ['a "b" <i>', '"a #34;b#34; #60;i#62;"'],
  ['"] click c0 href "javascript:x"', '"#34;#93; click c0 href #34;javascript:x#34;"'],
  ['%%{init: {}}%%', '"#37;#37;#123;init: #123;#125;#125;#37;#37;"'],
  ['line\nend\n---', '"line end ---"'],
  ['`**x**`', '"#96;#42;#42;x#42;#42;#96;"'],
  ['1. one', '"1#46; one"'],
  ['- one', '"#45; one"'],
  ['#35;', '"#35;35#59;"'],
  ['', '" "'],
])('Mermaid shows %j as it is', (text, quoted) => {
  expect(label(text)).toBe(quoted)
})

/** What each line of a chart may be: nothing of a board is in it but inside a label. */
const LABEL = '"(?:[\\p{L}\\p{M}\\p{N}\\p{Pd} ,/()_:.+]|#\\d+;)+"'
const MERMAID_LINE = new RegExp(
  [
    '---|title: "(?:[^"\\\\]|\\\\.)*"|flowchart LR| +end',
    ` +c\\d+\\[${LABEL}\\]| +subgraph s\\d+\\[${LABEL}\\]`,
    `  c\\d+ (?:<-->|-->)\\|${LABEL}\\| c\\d+`,
    '  classDef \\w+ [\\w#:,-]+|  linkStyle [\\d,]+ [\\w#:,-]+|  class c\\d+(?:,c\\d+)* \\w+',
  ]
    .map((line) => `^(?:${line})$`)
    .join('|'),
  'u',
)
const STRING = '"(?:[^"\\\\]|\\\\["\\\\n])*"'
const ATTRIBUTES = `\\[[a-z]+=(?:${STRING}|[\\w.]+)(?:, [a-z]+=(?:${STRING}|[\\w.]+))*\\]`
const DOT_LINE = new RegExp(
  [
    `digraph ${STRING} \\{| *\\}| *(?:graph|node|edge) ${ATTRIBUTES}| +subgraph ${STRING} \\{`,
    ` +${STRING} ${ATTRIBUTES}|  ${STRING} -> ${STRING} ${ATTRIBUTES}`,
  ]
    .map((line) => `^(?:${line})$`)
    .join('|'),
  'u',
)

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '"]; click',
    '\\',
    '\\"',
    '"',
    '<b>',
    '&quot;',
    'end',
    '%%{',
    '\u2028',
    '-->',
    '|',
    '`',
    '\\N',
  ),
)
const hostileBoards = fc.tuple(randomRecords, hostile, hostile, hostile).map(
  ([model, one, two, three]): Model => ({
    ...model,
    meta: { ...model.meta, title: one },
    segments: model.segments.map((record) => ({ ...record, name: two })),
    components: model.components.map((record) => ({ ...record, name: three, function: two })),
    links: model.links.map((record) => ({ ...record, name: one, interface: three })),
  }),
)

test.each([
  ['Mermaid', writeMermaid, MERMAID_LINE],
  ['DOT', writeDot, DOT_LINE],
])('%s: whatever names hold, each line is one of its grammar', (_name, writer, grammar) => {
  fc.assert(
    fc.property(hostileBoards, (model) => {
      for (const line of textOf(writer, model)
        .trimEnd()
        .split(/\r\n|[\n\r\u2028\u2029]/))
        expect(line).toMatch(grammar)
    }),
    { numRuns: 150 },
  )
})

test.each([
  ['Mermaid', writeMermaid],
  ['DOT', writeDot],
])('[EX2] [EX5] %s: one entry for each record, and the same bytes in any order', (_name, writer) => {
  fc.assert(
    fc.property(randomRecords, fc.nat(1000), (records, seed) => {
      const { model } = normalise(records)
      const { report } = writer.write(model, { date: DATE })
      expect(report.map(({ what, at }) => `${what} ${at}`)).toEqual(
        KINDS.flatMap((kind) => model[kind].map(({ id }) => `${kind} ${id}`)),
      )
      expect(textOf(writer, reordered(records, seed))).toBe(textOf(writer, records))
    }),
    { numRuns: 60 },
  )
})
