import { stableJson } from './edits.ts'

/** What plain data looks like in few characters, to tell later whether somebody has edited it. FNV-1a, 32 bits. */
export function fingerprintOf(value: unknown): string {
  let hash = 0x811c9dc5
  for (const sign of stableJson(value)) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(16)
}
