import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Bytes of all typed arrays that hang on an object, each buffer once. */
export function typedArrayBytes(root: object): number {
  const buffers = new Set<ArrayBufferLike>()
  const seen = new Set<unknown>()
  const open: unknown[] = [root]
  while (open.length > 0) {
    const item = open.pop()
    if (typeof item !== 'object' || item === null || seen.has(item)) continue
    seen.add(item)
    if (ArrayBuffer.isView(item)) {
      buffers.add(item.buffer)
      continue
    }
    for (const value of item instanceof Map ? item.values() : Object.values(item)) open.push(value)
  }
  return [...buffers].reduce((sum, { byteLength }) => sum + byteLength, 0)
}

/** What `make` leaves behind on the heap and in buffers, in bytes, after garbage is collected. */
export function heapOf<T>(make: () => T): Readonly<{ used: number; result: T }> {
  const before = liveBytes()
  const result = make()
  return { used: liveBytes() - before, result }
}

/** What one collection frees may let go of more. */
const COLLECTIONS = 4

let collect: (() => void) | null = null

/** Frees what nobody needs any more, so that it is not freed while something else is measured. */
export function collectGarbage(): void {
  if (collect === null) {
    setFlagsFromString('--expose-gc')
    collect = runInNewContext('gc') as () => void
  }
  collect()
}

function liveBytes(): number {
  for (let round = 0; round < COLLECTIONS; round++) collectGarbage()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
