import { expect, test } from 'vitest'
import { withEdits } from './edits.ts'

test('[EX3] fields called as every object has one by nature are edited as any other', () => {
  const odd = (text: string) => JSON.parse(text) as Record<string, unknown>
  const packed = odd('{"name":"AMF","valueOf":1,"__proto__":{"a":1}}')
  const written = odd('{"name":"AMF","valueOf":1,"__proto__":{"a":1}}')
  const gone = withEdits(packed, written, odd('{"name":"AMF","__proto__":{"a":2}}'))
  expect(gone.edits).toEqual(['valueOf', '__proto__'])
  expect(JSON.stringify(gone.record)).toBe('{"name":"AMF","__proto__":{"a":2}}')
  const none = withEdits(odd('{}'), odd('{}'), odd('{"toString":0}'))
  expect(JSON.stringify(none.record)).toBe('{"toString":0}')
})
