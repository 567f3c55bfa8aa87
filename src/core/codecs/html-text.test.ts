import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeHtml, htmlText, looksLikeHtml } from './html-text.ts'

test('blocks are lines, and white space is as a browser shows it', () => {
  expect(htmlText('<div>One  two</div><div><b>three</b>\nfour<br/>five</div>')).toBe(
    'One two\nthree four\nfive',
  )
  expect(htmlText('<table><tr><th>Id</th><th>Name</th></tr><tr><td>1</td><td>AMF</td></tr></table>')).toBe(
    'Id Name\n1 AMF',
  )
  expect(htmlText('5 &lt; 6 &amp;&amp; a&nbsp;b &#8364;&#x20AC; &unknown;')).toBe('5 < 6 && a b €€ &unknown;')
  expect(htmlText('1 < 2 <3 <')).toBe('1 < 2 <3 <')
})

test('what is no words is left out', () => {
  expect(htmlText('a<script>alert("</b>")</script >b<style>c</style>d<!-- e -->f<title/>g')).toBe('abdfg')
  expect(htmlText('a<img alt=">" src=x onerror=\'b>c\'>d')).toBe('ad')
  expect(htmlText('a<script>never ends')).toBe('a')
  expect(htmlText('a<b title="never ends')).toBe('a')
  expect(htmlText('a&#0;b&#xD800;c&#x110000;d')).toBe('a b c d')
})

test('words come back from the HTML that shows them, which is no markup', () => {
  const word = fc.stringMatching(/^[!-~äß漢]{1,8}$/)
  const text = fc
    .array(fc.array(word, { minLength: 1, maxLength: 4 }), { maxLength: 4 })
    .map((lines) => lines.map((words) => words.join(' ')).join('\n'))
  fc.assert(
    fc.property(text, (words) => {
      expect(htmlText(escapeHtml(words))).toBe(words)
      expect(escapeHtml(words).replaceAll('<br>', '')).not.toMatch(/[<>"]/)
    }),
  )
})

test('any text gives words without a tag that a browser would know, in time that grows with its length', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '</',
    '<!--',
    '-->',
    '<b',
    '"',
    "'",
    '<script>',
    '</script>',
    '&',
    '#',
    ';',
    'x',
    ' ',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((pieces) => pieces.join('')),
      ),
      (html) => {
        expect(htmlText(html)).toEqual(expect.any(String))
      },
    ),
  )
  expect(htmlText('<'.repeat(200_000)).length).toBe(200_000)
  expect(htmlText('<b '.repeat(200_000))).toBe('')
  expect(htmlText('<!--'.repeat(200_000))).toBe('')
  expect(htmlText(`<script>${'</scrip'.repeat(100_000)}`)).toBe('')
})

test('text with a tag of HTML is told from text with an angle bracket', () => {
  expect(['<b>x</b>', 'a<br/>', '<div style="x">', '</font >'].every(looksLikeHtml)).toBe(true)
  expect(['a < b > c', '<AMF>', 'List<String>', '<bold>', ''].some(looksLikeHtml)).toBe(false)
})
