import { type Parsed, refused } from '../model/problem.ts'
import { inflateRaw } from './inflate.ts'
import type { ReadLimits } from './limits.ts'
import { readable } from './text.ts'

/** A file in an archive, still packed, by the last part of its name: it is never written anywhere. */
export type PackedFile = Readonly<{
  name: string
  unpack: (limits: ReadLimits) => Parsed<Uint8Array>
}>

const MOST_FILES = 1000

/** Signatures and sizes of what an archive consists of, by APPNOTE.TXT of PKWARE. */
const LOCAL = { signature: 0x04034b50, size: 30 }
const ENTRY = { signature: 0x02014b50, size: 46 }
const END = { signature: 0x06054b50, size: 22 }
const LONGEST_COMMENT = 0xffff
const STORED = 0
const DEFLATED = 8

export const isZip = (bytes: Uint8Array): boolean =>
  bytes.length >= LOCAL.size && viewOf(bytes).getUint32(0, true) === LOCAL.signature

/** The files that an archive lists, folders left out. Nothing is unpacked before it is asked for. Never throws. */
export function filesInZip(bytes: Uint8Array): Parsed<readonly PackedFile[]> {
  const view = viewOf(bytes)
  const end = endOf(view)
  if (end === null) return damaged('(file)')
  const count = view.getUint16(end + 10, true)
  if (count > MOST_FILES) {
    const message = `is an archive of ${count} files, more than the ${MOST_FILES} that can be read`
    return refused({ code: 'too-large', at: '(file)', message })
  }
  const files: PackedFile[] = []
  let at = view.getUint32(end + 16, true)
  for (let nth = 0; nth < count; nth++) {
    if (at + ENTRY.size > end || view.getUint32(at, true) !== ENTRY.signature) return damaged('(file)')
    const [named, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    const behind = at + ENTRY.size + (named ?? 0)
    const name = readable(bytes.subarray(at + ENTRY.size, behind))
    const entry = at
    if (!/[/\\]$/.test(name)) {
      const last = name.replace(/^.*[/\\]/s, '')
      files.push({ name: last, unpack: (limits) => unpack(bytes, entry, last, limits) })
    }
    at = behind + (extra ?? 0) + (comment ?? 0)
  }
  return { ok: true, value: files }
}

function unpack(bytes: Uint8Array, entry: number, name: string, limits: ReadLimits): Parsed<Uint8Array> {
  const view = viewOf(bytes)
  const isEncrypted = (view.getUint16(entry + 8, true) & 1) === 1
  const method = view.getUint16(entry + 10, true)
  const size = view.getUint32(entry + 20, true)
  const declared = view.getUint32(entry + 24, true)
  const local = view.getUint32(entry + 42, true)
  if (isEncrypted || (method !== STORED && method !== DEFLATED)) {
    const message = isEncrypted ? 'is encrypted' : 'is packed in a way that is not read'
    return refused({ code: 'wrong-value', at: name, message })
  }
  // What an archive declares spares unpacking a bomb that says so; one that does not is noticed then.
  if (declared > limits.inflated || (method === STORED && size > limits.inflated)) {
    const message = `has more than the ${limits.inflated} bytes that can be read`
    return refused({ code: 'too-large', at: name, message })
  }
  if (local + LOCAL.size > bytes.length || view.getUint32(local, true) !== LOCAL.signature)
    return damaged(name)
  const start = local + LOCAL.size + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  const packed = bytes.subarray(start, start + size)
  if (packed.length < size) return damaged(name)
  return method === DEFLATED ? inflateRaw(packed, limits, name) : { ok: true, value: packed }
}

/** Where the record at the end begins, behind which only a comment may stand; null where there is none. */
function endOf(view: DataView): number | null {
  const last = view.byteLength - END.size
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--)
    if (view.getUint32(at, true) === END.signature) return at
  return null
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength)

const damaged = (at: string) =>
  refused({ code: 'damaged', at, message: 'cannot be unpacked; the archive may be cut off or damaged' })
