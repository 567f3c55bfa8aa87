import type { Model } from '../../../model/records.ts'
import { type Parts, sampleModel } from '../../../model/testing/sample.ts'
import { type ReportDocument, SECTION_IDS } from '../document.ts'
import { type ReportOptions, reportOf } from '../report-of.ts'

export const DATE = '2026-11-23'

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><text>AMF</text></svg>'

export const whole = (model: Model, options: Partial<ReportOptions> = {}): ReportDocument =>
  reportOf(model, {
    date: DATE,
    sections: SECTION_IDS,
    picture: { svg: SVG, width: 80, height: 40, isOverview: false, part: null },
    ...options,
  })

/**
 * A manager of Acme on which builds cannot be reproduced controls an AMF, which talks to an SMF; something of each kind besides.
 * `say` makes every text of it.
 */
export function smallBoard(say: (plain: string) => string = (plain) => plain, more: Parts = {}): Model {
  const parts: Parts = {
    meta: { title: say('Core'), description: say('As built'), jurisdiction: say('UK') },
    segments: [{ id: 's1', name: say('Core site') }],
    vendors: [
      { id: 'v1', name: say('Acme') },
      { id: 'v2', name: say('Bolt') },
    ],
    components: [
      {
        id: 'c1',
        name: say('Manager'),
        function: 'ems',
        segment: 's1',
        vendor: 'v1',
        product: 'ViewX',
        criticality: 'high',
      },
      { id: 'c2', name: say('AMF'), function: 'amf', segment: 's1', vendor: 'v2', site: say('North') },
      { id: 'c3', name: say('SMF'), function: 'smf', segment: 's1', vendor: 'v2' },
    ],
    links: [
      { id: 'l1', from: 'c1', to: 'c2', interface: 'ems-ne', name: say('Manages') },
      { id: 'l2', from: 'c2', to: 'c3', interface: 'n11', protection: say('TLS') },
      { id: 'l9', from: 'c1', to: 'gone' },
    ],
    risks: [
      {
        id: 'r1',
        title: say('Builds differ'),
        category: 'vr-build',
        on: { vendor: 'v1', product: 'ViewX' },
        rationale: say('Seen twice'),
        evidence: [say('https://example.org/report')],
      },
      {
        id: 'r2',
        title: say('Old parser'),
        on: { component: 'c3' },
        propagation: 'weakness',
        status: 'accepted',
        acceptedBy: say('Board'),
        acceptedUntil: '2026-06-30',
        rationale: say('Until replaced'),
      },
      { id: 'r3', title: say('No such feature'), on: { component: 'c2' }, status: 'not-applicable' },
    ],
    mitigations: [
      {
        id: 'm1',
        title: say('Repeatable builds'),
        effect: 'removes-risk',
        treats: ['r1'],
        on: [{ vendor: 'v1' }],
        status: 'planned',
        owner: say('CISO'),
      },
    ],
    products: [{ id: 'p1', vendor: 'v1', name: say('ViewX'), version: say('1.2'), supportEnd: '2026-01-01' }],
    statements: [
      {
        id: 'f1',
        vendor: 'v1',
        kind: 'finding',
        title: say('Rebuild differs'),
        wording: say('The image could not be rebuilt.'),
        body: say('Evaluation centre'),
        author: say('A. Author'),
        date: '2026-03-01',
        scope: say('ViewX 1.2'),
        evidence: [say('www.example.org')],
      },
      { id: 'f2', vendor: 'v1', kind: 'judgement', title: say('Wait'), wording: say('Not before 2027.') },
    ],
    threats: [
      {
        id: 't1',
        number: 1,
        technique: 'FGT1195.002',
        title: say('Supply chain'),
        on: { component: 'c1' },
        decision: 'dismissed',
        by: say('Ana'),
        rationale: say('Covered'),
      },
    ],
    waivers: [{ id: 'x1', check: 'chk-logging', on: [], reason: say('Later'), by: say('Ben') }],
    reviews: [{ id: 'w1', reviewer: say('Cleo'), statement: say('Agreed'), content: '{}', digest: 'x' }],
  }
  return sampleModel({ ...parts, ...more })
}

/** All that a document says, a line for each text. */
export function textsOf(document: ReportDocument): string[] {
  const found: string[] = []
  const collect = (value: unknown): void => {
    if (typeof value === 'string' || typeof value === 'number') found.push(String(value))
    else if (Array.isArray(value))
      found.push(value.every((each) => typeof each === 'string') ? value.join('') : '')
    if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) collect(each)
  }
  collect(document)
  return found
}

/** Texts that would be markup, links, formulas or disorder somewhere. */
export const HOSTILE: readonly string[] = [
  '</title></style><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '[click](javascript:alert(1)) ![x](http://x.y/z)',
  'https://example.org www.example.org a@example.org @team #12 :smile: $x$',
  '# Title\n\n- item\n1. item\n> quote\n---\n| a | b |\n|---|---|',
  '`code` **bold** _it_ ~~gone~~ <b>x</b> &amp; &#65; \\',
  'abc\u202Edef\u0000\u0007\uD800',
  ']]> <w:p> {{x}} ${y}',
  '=HYPERLINK("http://x")',
]
