import { Inflate } from 'fflate'
import { type Parsed, refused } from '../model/problem.ts'
import type { ReadLimits } from './limits.ts'

/** Deflate grows what it packs by 1032 at most: in pieces this small, a bomb is noticed 4 MiB beyond the limit. */
const PIECE = 4 * 1024

/** Unpacks raw deflate data, and gives up as soon as that is more than the limit. Never throws. */
export function inflateRaw(packed: Uint8Array, limits: ReadLimits, at: string): Parsed<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  let ended = false
  const inflate = new Inflate((piece, last) => {
    pieces.push(piece)
    length += piece.length
    ended = last
  })
  try {
    for (let start = 0; start < packed.length; start += PIECE) {
      inflate.push(packed.subarray(start, start + PIECE), start + PIECE >= packed.length)
      if (length > limits.inflated) {
        const message = `unpacks to more than the ${limits.inflated} bytes that can be read`
        return refused({ code: 'too-large', at, message })
      }
    }
  } catch {
    return damaged(at)
  }
  if (!ended) return damaged(at)
  const whole = new Uint8Array(length)
  let place = 0
  for (const piece of pieces) {
    whole.set(piece, place)
    place += piece.length
  }
  return { ok: true, value: whole }
}

const damaged = (at: string) =>
  refused({
    code: 'damaged',
    at,
    message: 'is packed, and cannot be unpacked; the file may be cut off or damaged',
  })
