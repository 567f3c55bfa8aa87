import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { analyseCore } from '../core/analysis/analyse.ts'
import { sketch } from '../core/analysis/testing/sketch.ts'
import { renderSvg } from '../core/codecs/svg/svg.ts'
import { picturePdf } from './pdf-picture.ts'
import { FONTS } from './testing/tools.ts'

const DATE = '2026-11-23'

function picture(name: string) {
  const board = sketch({
    links: 'a => t, a -> u',
    critical: 't u',
    footholds: 'a',
    components: { t: { name } },
  })
  const result = analyseCore(board, { date: DATE })
  return renderSvg(board.model, {
    theme: 'light',
    mode: 'exposure',
    show: { all: true },
    legend: true,
    result,
    title: true,
    date: DATE,
  })
}
const make = (name: string) => picturePdf(picture(name), { title: name, date: DATE }, FONTS)

/** The text of a PDF as bytes are, and what its page says to draw. */
function partsOf(pdf: Uint8Array): Readonly<{ raw: string; drawn: string }> {
  const raw = Buffer.from(pdf).toString('latin1')
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, bytes = '']) => {
    try {
      return [inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1')]
    } catch {
      return []
    }
  })
  return { raw, drawn: streams.find((stream) => stream.includes(' re') || stream.includes(' l\n')) ?? '' }
}

test('[EX5] a picture is one page of its own size, in vectors and text, the same each time', async () => {
  const { width, height } = picture('AMF 1')
  const pdf = await make('AMF 1')
  const { raw, drawn } = partsOf(pdf)
  expect(raw).toContain(`/MediaBox [0 0 ${width * 0.75} ${height * 0.75}]`)
  expect(raw.match(/\/Type \/Page\b/g)).toHaveLength(1)
  expect(raw).not.toContain('/Subtype /Image')
  expect(raw).toContain('Roboto-Medium')
  expect(drawn).toContain('TJ')
  expect(await make('AMF 1')).toEqual(pdf)
})

test('whatever names say, the PDF is made and refers to nothing', async () => {
  for (const name of [
    '</text><image href="https://example.org/x.png"/>',
    '&amp; &#0; ]]>',
    '認証\u202e\ud800',
    '(\\) endstream',
  ]) {
    const { raw } = partsOf(await make(name))
    expect(raw).not.toContain('/URI')
    expect(raw).not.toContain('/JavaScript')
    expect(raw).not.toContain('/Subtype /Image')
  }
})

test('a picture beyond what viewers show is drawn smaller', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="40000" height="10000" viewBox="0 0 40000 10000"><rect width="9" height="9"/></svg>'
  const { raw } = partsOf(
    await picturePdf({ svg, width: 40_000, height: 10_000 }, { title: '', date: DATE }, FONTS),
  )
  expect(raw).toContain('/MediaBox [0 0 14400 3600]')
})
