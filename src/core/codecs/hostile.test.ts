import { deflateSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAny } from './codecs.ts'
import { inflateRaw } from './inflate.ts'
import { READ_LIMITS } from './limits.ts'
import { sourceOf } from './source.ts'
import { decodeText, encodeText } from './text.ts'
import { escapeXml, readXml } from './xml.ts'
import { soleDocument } from './yaml-document.ts'
import { readYaml, writeYaml } from './yaml.ts'

/** What refused: the code of the first problem; null where it was read. */
const refusalOf = (parsed: { ok: boolean; problems?: readonly { code: string; at: string }[] }) =>
  parsed.ok ? null : (parsed.problems?.[0]?.code ?? 'none named')
const xml = (text: string) => refusalOf(readXml(text, READ_LIMITS))
const yaml = (text: string) => refusalOf(readYaml(text, READ_LIMITS))

describe('[EX1] XML', () => {
  test('a document type is refused, and with it every entity that grows or fetches', () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>`
    const fetches = `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>`
    expect([laughs, fetches, '<!DOCTYPE x SYSTEM "x.dtd"><x/>'].map(xml)).toEqual(Array(3).fill('forbidden'))
    expect(xml('<x>&unknown;</x>')).toBe('not-xml')
  })

  test('a document type is found behind anything, and is none in a comment or in CDATA', () => {
    const type = '<!DOCTYPE x [<!ENTITY a "b">]>'
    expect(xml(`<?xml version="1.0"?>\n<!-- > --><?p <?>${type}<x/>`)).toBe('forbidden')
    expect(xml(`${type.slice(0, -1)}<x/>`)).toBe('forbidden')
    expect(xml(`<!--${type}--><?p ${type}?><x><![CDATA[${type}]]></x>`)).toBeNull()
  })

  test('what the parser would make too many pieces of is found before it is parsed', () => {
    const many = 3 * 1024 * 1024
    const within = (sign: string, open: string, close: string) => `<x>${open}${sign.repeat(many)}${close}</x>`
    const tooMany = [
      within('-x', '<!--', '-->'),
      within('?x', '<?p ', '?>'),
      within(']x', '<![CDATA[', ']]>'),
      within('\r', '<![CDATA[', ']]>'),
      within('\r', 'x', '&lt;'),
      within('&lt;', '', '&#9;'),
      within('&lt;', '<y z="', '&lt;"/>'),
      within('\n', "<y z='", "\t'/>"),
      within('\t', '<y z=">', '\t"/>'),
      within('-x-', '<!--', ''),
    ]
    expect(tooMany.map(xml)).toEqual(tooMany.map(() => 'too-large'))
    expect(readXml(`<x>\n ${within(']x', '<![CDATA[', ']]>')}</x>`, READ_LIMITS)).toMatchObject({
      problems: [{ code: 'too-large', at: 'line 2, column 5' }],
    })
  })

  test('plain text of any length is read, however it is written', () => {
    const many = (signs: string) => `${signs}\n\t\n\t`.repeat(800_000)
    const plain = [
      `<x><![CDATA[<!--${many('-&')}]]></x>`,
      `<x><!--${many(']&')}--></x>`,
      `<x><?p ${many(']-')}?></x>`,
      `<x>${many(']-"')}<y z="&lt;\n"/></x>`,
    ]
    expect(plain.map(xml)).toEqual(plain.map(() => null))
  })

  test('attributes of one element are bounded, and so is what a refusal repeats', () => {
    const attributes = (count: number) => Array.from({ length: count }, (_, nth) => `a${nth}=""`).join(' ')
    expect(xml(`<x><y ${attributes(1000)}/><z ${attributes(1000)}/></x>`)).toBeNull()
    expect(xml(`<x ${attributes(1001)}/>`)).toBe('too-large')
    const name = 'a'.repeat(1_000_000)
    const read = readXml(`<x ${name}="" ${name}=""/>`, READ_LIMITS)
    expect(read.ok ? 0 : read.problems[0]?.message.length).toBeLessThan(300)
  })

  test('depth and number are bounded', () => {
    expect(xml('<x>'.repeat(100_000))).toBe('too-deep')
    expect(xml(`<x>${'<y/>'.repeat(READ_LIMITS.values + 1)}</x>`)).toBe('too-large')
  })

  test('a refusal names the place', () => {
    const read = readXml('<a>\n  <b></c>\n</a>', READ_LIMITS)
    expect(read).toMatchObject({ ok: false, problems: [{ code: 'not-xml', at: 'line 2, column 9' }] })
  })

  test('reading never throws', () => {
    const piece = fc.constantFrom(
      '<a',
      '<b x="1"',
      '>',
      '/>',
      '</a>',
      '&amp;',
      '&#0;',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<?x',
      '?>',
      '\uD800',
      ':',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (text) => {
          expect(typeof readXml(text, READ_LIMITS).ok).toBe('boolean')
        },
      ),
    )
  })

  test('what is escaped is read back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = readXml(`<x y="${escapeXml(text)}">${escapeXml(text)}</x>`, READ_LIMITS)
        const readable = readXml(`<x y="${escapeXml(escapable(text))}"/>`, READ_LIMITS)
        expect(read.ok && readable.ok && read.value.text).toBe(escapable(text))
        expect(read.ok && read.value.attributes.get('y')).toBe(escapable(text))
      }),
    )
  })

  const escapable = (text: string): string =>
    text.replace(/[^\P{Cc}\t\n\r\u007F-\u009F]|[\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD')
})

describe('[EX1] YAML', () => {
  test('aliases that grow are counted before anything is made of them', () => {
    const levels = Array.from({ length: 40 }, (_, level) =>
      level === 0 ? 'a0: &a0 [x, x]' : `a${level}: &a${level} [*a${level - 1}, *a${level - 1}]`,
    )
    expect(yaml(levels.join('\n'))).toBe('too-large')
  })

  test('merges that grow are counted, too', () => {
    const big = Array.from({ length: 1000 }, (_, key) => `  k${key}: 1`).join('\n')
    const uses = Array.from({ length: 2000 }, (_, use) => `u${use}: { <<: *big }`).join('\n')
    expect(yaml(`big: &big\n${big}\n${uses}`)).toBe('too-large')
  })

  test('aliases are counted, and a long text that they name by its length', () => {
    expect(yaml(`a: &a 1\nb:\n${'- *a\n'.repeat(20_000)}`)).toBe('too-large')
    expect(yaml(`a: &a ${'x'.repeat(1_000_000)}\nb:\n${'- *a\n'.repeat(1000)}`)).toBe('too-large')
    expect(yaml(`a: &a { x: 1 }\nb:\n${'- *a\n'.repeat(1000)}`)).toBeNull()
  })

  test('depth is bounded, however it is written', () => {
    expect(yaml('['.repeat(20_000) + ']'.repeat(20_000))).toBe('too-deep')
    expect(yaml('["]",'.repeat(20_000))).toBe('too-deep')
    expect(yaml('[ # ]\n'.repeat(20_000))).toBe('too-deep')
    expect(yaml(`x:\n${'- ? '.repeat(20_000)}y`)).toBe('too-deep')
    expect(yaml('- &a '.repeat(100))).toBe('too-deep')
    expect(yaml(`${'- '.repeat(50_000)}x`)).toBe('too-deep')
    expect(yaml(Array.from({ length: 100 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'))).toBe(
      'too-deep',
    )
  })

  test('what is wide and not deep is read', () => {
    const item = '- a: [1, { b: "]" }]\n  c: |\n    [[[[ {{{{ - - -\n  d: plain text [ with signs\n'
    expect(yaml(item.repeat(1000))).toBeNull()
    expect(yaml(Array.from({ length: 50 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'))).toBeNull()
  })

  test('an alias of itself is refused', () => {
    expect(yaml('a: &a [*a]')).not.toBeNull()
  })

  test('tags make nothing but plain data, and a date stays text', () => {
    const read = readYaml('day: 2024-01-02\nrun: !!js/function "x"\nbin: !!binary aGk=', READ_LIMITS)
    expect(read.ok && read.value).toMatchObject({ day: '2024-01-02', run: 'x' })
  })

  test('a key that stands twice is refused', () => {
    expect(yaml('a: 1\na: 2')).toBe('not-yaml')
    expect(yaml('a: { b: 1, b: 2 }')).toBe('not-yaml')
    expect(yaml('__proto__: { x: 1 }')).toBe('forbidden-key')
  })

  test('a refusal names the place of the first error', () => {
    const read = readYaml('a: 1\nb:\n  - [1, 2\nc: }', READ_LIMITS)
    const message =
      'is not YAML: Flow sequence in block collection must be sufficiently indented and end with a ]'
    expect(read).toEqual({ ok: false, problems: [{ code: 'not-yaml', at: 'line 4, column 1', message }] })
  })

  test('marks and words are counted before the reader proper makes anything of them', () => {
    const few = { ...READ_LIMITS, yamlTokens: 1000 }
    for (const text of ['-\n'.repeat(501), '\n'.repeat(1001), '#\n'.repeat(501), `[${'[],'.repeat(150)}]`])
      expect(readYaml(text, few)).toMatchObject({ problems: [{ code: 'too-large', at: '(file)' }] })
    expect(readYaml('- a\n'.repeat(199), few).ok).toBe(true)
    expect(yaml('a:\n- &a x\n'.repeat(2001))).toBe('too-large')
    expect(yaml(`a: &a x\nb:\n${'- &b x\n'.repeat(1998)}${'- *a\n'.repeat(2000)}`)).toBeNull()
  })

  test('nothing is kept of what is only warned of, and of errors the first', () => {
    for (const text of [`a: [${'!a x,'.repeat(30_000)}y]`, `${'%FOO bar\n'.repeat(30_000)}---\na: 1`]) {
      const read = soleDocument(text)
      expect(read.ok && read.value.warnings).toEqual([])
    }
    // Each of a million, with its stack, would take longer than a test may.
    for (const text of [`a: "${'\\q'.repeat(1_000_000)}"`, `a: 1\n${']'.repeat(1_000_000)}`])
      expect(readYaml(text, READ_LIMITS)).toMatchObject({ problems: [{ code: 'not-yaml' }] })
  })

  test('[EX1] a text with another document is refused rather than read in part; nothing behind a mark is none', () => {
    expect(readYaml('a: 1\n---\nb: 2\n', READ_LIMITS)).toMatchObject({
      problems: [{ code: 'several-documents', at: 'line 2, column 1' }],
    })
    expect(yaml('---\na: 1\n---\n')).toBeNull()
    expect(yaml('a: 1\n...\n')).toBeNull()
  })

  test('a refusal repeats no word of any length', () => {
    const long = 'a'.repeat(1_000_000)
    for (const text of [`a: *${long}`, `? ${long}\n: 1\n? ${long}\n: 2`, `a: !b!${long} c`]) {
      const read = readYaml(text, READ_LIMITS)
      expect(read.ok ? 0 : read.problems[0]?.message.length).toBeLessThan(300)
      expect(read.ok).toBe(false)
    }
  })

  test('many keys in one place take no square of their number', () => {
    const text = Array.from({ length: 60_000 }, (_, key) => `k${key}: 1`).join('\n')
    expect(yaml(text)).toBeNull()
  })

  test('reading never throws', () => {
    const piece = fc.constantFrom(
      'a',
      ': ',
      '- ',
      '\n',
      '  ',
      '[',
      ']',
      '{',
      '}',
      '&x ',
      '*x',
      '<<: ',
      '!!map ',
      '"',
      '|',
      '---',
      '? ',
      '#',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (text) => {
          expect(typeof readYaml(text, READ_LIMITS).ok).toBe('boolean')
        },
      ),
    )
  })

  test('what is written is read back', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string().filter((key) => key !== '__proto__'),
          fc.jsonValue({ maxDepth: 3 }),
        ),
        (value) => {
          const plain = JSON.parse(JSON.stringify(value)) as unknown
          if (JSON.stringify(plain).includes('__proto__')) return
          expect(readYaml(writeYaml(plain), READ_LIMITS)).toEqual({ ok: true, value: plain })
        },
      ),
      { examples: [[{ '': { '<<': '' } }], [{ '<<': { a: 1 }, b: '<<' }]] },
    )
  })
})

describe('[EX1] packed data', () => {
  test('what is packed is unpacked', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(inflateRaw(deflateSync(bytes), READ_LIMITS, 'x')).toEqual({ ok: true, value: bytes })
      }),
    )
  })

  test('a bomb is given up as soon as it is more than the limit', () => {
    const limits = { ...READ_LIMITS, inflated: 1024 * 1024 }
    const bomb = deflateSync(new Uint8Array(64 * 1024 * 1024))
    expect(refusalOf(inflateRaw(bomb, limits, 'x'))).toBe('too-large')
  })

  test('damaged and cut off data is refused', () => {
    const packed = deflateSync(encodeText('some text that is packed, and some more of it'))
    expect(refusalOf(inflateRaw(packed.subarray(0, packed.length - 4), READ_LIMITS, 'x'))).toBe('damaged')
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(typeof inflateRaw(bytes, READ_LIMITS, 'x').ok).toBe('boolean')
      }),
    )
  })
})

describe('[EX1] any file', () => {
  const read = (bytes: Uint8Array, name = 'file') => readAny(sourceOf(bytes, name))

  test('one that is too large is refused before it is decoded', () => {
    const large = new Uint8Array(200 * 1024 * 1024)
    expect(refusalOf(read(large))).toBe('too-large')
  })

  test('one that would become too many records is refused, in words', () => {
    const rows = Array.from({ length: READ_LIMITS.records / 2 }, (_, nth) => `a${nth},b${nth}`)
    expect(read(encodeText(['from,to', ...rows].join('\n')), 'x.csv')).toMatchObject({
      problems: [{ code: 'too-large', message: expect.stringContaining('150000 records') as string }],
    })
  })

  test('bytes of any kind are refused or read, never more', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(typeof read(bytes).ok).toBe('boolean')
      }),
    )
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        const answer = read(encodeText(text))
        if (!answer.ok) for (const { at, message } of answer.problems) expect(`${at}${message}`).not.toBe('')
      }),
    )
  })

  test('what nobody knows is refused with what can be read', () => {
    const answer = read(encodeText('hello'))
    expect(answer).toMatchObject({ ok: false, problems: [{ code: 'unknown-format' }] })
    expect(refusalOf(read(encodeText('{"a": }')))).toBe('not-json')
    expect(refusalOf(read(encodeText('<a><b></a>')))).toBe('not-xml')
    expect(refusalOf(read(new Uint8Array([0x50, 0x4b, 3, 4, 0xff])))).toBe('not-text')
  })

  test('UTF-16 with a mark is read', () => {
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0x68, 0, 0x69, 0]))).toEqual({ ok: true, value: 'hi' })
    expect(decodeText(new Uint8Array([0xfe, 0xff, 0, 0x68, 0, 0x69]))).toEqual({ ok: true, value: 'hi' })
  })
})
