import { type Parsed, refused } from '../model/problem.ts'

/** In every engine that runs this, though neither Node's types nor the DOM's are known here. */
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean },
) => { decode(bytes: Uint8Array): string }
declare const TextEncoder: new () => { encode(text: string): Uint8Array }

/** UTF-8, or UTF-16 where a byte order mark says so, as Windows tools write it. The mark is left out. */
export function decodeText(bytes: Uint8Array, at = '(file)'): Parsed<string> {
  const [first, second] = bytes
  const label =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return { ok: true, value: new TextDecoder(label, { fatal: true }).decode(bytes) }
  } catch {
    const is = KINDS.find(({ begins }) => begins.every((byte, at) => bytes[at] === byte))?.name
    const message =
      is === undefined
        ? `is not ${label.toUpperCase()} text, as every format that can be read is`
        : `is ${is}, which holds no model that can be read; export the model itself from the tool that made it`
    return refused({ code: 'not-text', at, message })
  }
}

/** What people take for a model, by its first bytes. */
const KINDS: readonly Readonly<{ name: string; begins: readonly number[] }>[] = [
  { name: 'a PNG picture', begins: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'a JPEG picture', begins: [0xff, 0xd8, 0xff] },
  { name: 'a PDF', begins: [0x25, 0x50, 0x44, 0x46] },
  { name: 'a Word, Excel or Visio document or another archive', begins: [0x50, 0x4b, 0x03, 0x04] },
]

/** UTF-8 for people to see, whatever is in it. */
export const readable = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: false }).decode(bytes)

export const encodeText = (text: string): Uint8Array => new TextEncoder().encode(text)
