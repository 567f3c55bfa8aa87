import { expect, test } from 'vitest'
import { reportHtml } from './html.ts'
import { HOSTILE, smallBoard, whole } from './testing/boards.ts'

const tagsOf = (html: string): string[] =>
  [...html.replace(/<style>[\s\S]*?<\/style>/, '').matchAll(/<\/?([a-z]+[0-9]?)\b/gi)].map(([tag]) => tag)

test.each(HOSTILE)('[RP4] no text becomes markup: %j', (text) => {
  const plain = reportHtml(whole(smallBoard((word) => `${word} x`)))
  const hostile = reportHtml(whole(smallBoard((word) => `${word} ${text}`)))
  expect(tagsOf(hostile)).toEqual(tagsOf(plain))
  const attributes = (html: string) => [...html.matchAll(/ ([a-z-]+)=("|')/g)].map(([, name]) => name)
  const quoted = hostile.replaceAll('&#39;', '').replaceAll('&quot;', '')
  expect(attributes(quoted).filter((name) => name?.startsWith('on'))).toEqual([])
  for (const sign of ['\u202E', '\u0000', '\u0007']) expect(hostile).not.toContain(sign)
})

test('[RP4] nothing can be loaded or run', () => {
  const html = reportHtml(whole(smallBoard()))
  expect(html).toContain(`http-equiv="Content-Security-Policy" content="default-src 'none';`)
  expect(html).not.toMatch(/<(?:script|link|iframe|object|embed|form)\b/)
  expect(html.match(/(?:src|href)="(?!#)[^"]*"/g)).toBeNull()
})

test('it can be read out: language, headings in order, scopes, a label for the picture', () => {
  const html = reportHtml(whole(smallBoard()))
  expect(html).toMatch(/^<!doctype html>\n<html lang="en">/)
  const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))
  expect(levels[0]).toBe(1)
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  for (let at = 1; at < levels.length; at++) expect(levels[at]).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1)
  expect(html.match(/<th(?! scope="(?:col|row)")[ >]/g)).toBeNull()
  expect(html.match(/<caption>/g)?.length).toBe(html.match(/<table /g)?.length)
  expect(html).toContain('role="img" aria-labelledby="r-picture-title"')
})

test('ids are unique and each link leads to one', () => {
  const html = reportHtml(whole(smallBoard()))
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const links = [...html.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id)
  expect(links.length).toBeGreaterThan(20)
  for (const id of links) expect(ids).toContain(id)
})

test('broad tables and all after them stand on broad pages', () => {
  const html = reportHtml(whole(smallBoard()))
  expect(html).toMatch(
    /<section aria-labelledby="r-exposures">[\s\S]*<div class="broad"><h3 id="r-all-exposures">/,
  )
  expect(html).toContain('<section aria-labelledby="r-summary">')
})
