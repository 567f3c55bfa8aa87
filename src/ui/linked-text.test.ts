import { expect, test } from 'vitest'
import { partsOf } from './linked-text.tsx'

test('web addresses are links, without the sentence that they stand in', () => {
  expect(partsOf('See https://example.org/a?b=1, then (http://x.test).')).toEqual([
    { text: 'See ', href: null },
    { text: 'https://example.org/a?b=1', href: 'https://example.org/a?b=1' },
    { text: ', then (', href: null },
    { text: 'http://x.test', href: 'http://x.test' },
    { text: ').', href: null },
  ])
})

test('an address that somebody made to take long takes no longer than others', () => {
  const text = `https://a/${')'.repeat(200_000)}x`
  const start = performance.now()
  expect(partsOf(text)).toEqual([{ text, href: text }])
  expect(performance.now() - start).toBeLessThan(1_000)
})

test.each(['javascript:alert(1)', '<a href="javascript:alert(1)">x</a>', 'data:text/html,x', 'http://', ''])(
  '%s is only words',
  (text) => {
    expect(partsOf(text).filter(({ href }) => href !== null)).toEqual([])
  },
)
