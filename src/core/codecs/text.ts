import { type Parsed, refused } from '../model/problem.ts'

/** In every engine that runs this, though neither Node's types nor the DOM's are known here. */
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean },
) => { decode(bytes: Uint8Array): string }
declare const TextEncoder: new () => { encode(text: string): Uint8Array }

/** UTF-8, or UTF-16 where a byte order mark says so, as Windows tools write it. The mark is left out. */
export function decodeText(bytes: Uint8Array): Parsed<string> {
  const [first, second] = bytes
  const label =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return { ok: true, value: new TextDecoder(label, { fatal: true }).decode(bytes) }
  } catch {
    const message = `is not ${label.toUpperCase()} text, as every format that can be read is`
    return refused({ code: 'not-text', at: '(file)', message })
  }
}

export const encodeText = (text: string): Uint8Array => new TextEncoder().encode(text)
