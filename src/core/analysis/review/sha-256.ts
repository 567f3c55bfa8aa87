/**
 * SHA-256 of a text in UTF-8, as 64 hexadecimal digits (FIPS 180-4). Ours, since the core runs where no WebCrypto is, and that
 * would answer later. A lone half of a surrogate pair counts as U+FFFD, as `TextEncoder` has it.
 */
export function sha256(text: string): string {
  const { bytes, length } = padded(text)
  state.set(START)
  for (let block = 0; block < length; block += 64) digestBlock(bytes, block)
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

// Kept from one text to the next: most are short, and many.
const state = new Int32Array(8)
const words = new Int32Array(64)
const SHORT = 4096
const short = new Uint8Array(3 * SHORT + 128)

/** Whole numbers of 32 bits all along, with a sign, since engines are slow with larger ones. */
function digestBlock(bytes: Uint8Array, block: number): void {
  for (let i = 0, place = block; i < 16; i++, place += 4)
    words[i] =
      (byteAt(bytes, place) << 24) |
      (byteAt(bytes, place + 1) << 16) |
      (byteAt(bytes, place + 2) << 8) |
      byteAt(bytes, place + 3)
  for (let i = 16; i < 64; i++) {
    const early = wordAt(words, i - 15)
    const late = wordAt(words, i - 2)
    const s0 = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)
    const s1 = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10)
    words[i] = (wordAt(words, i - 16) + s0 + wordAt(words, i - 7) + s1) | 0
  }
  let a = wordAt(state, 0)
  let b = wordAt(state, 1)
  let c = wordAt(state, 2)
  let d = wordAt(state, 3)
  let e = wordAt(state, 4)
  let f = wordAt(state, 5)
  let g = wordAt(state, 6)
  let h = wordAt(state, 7)
  for (let i = 0; i < 64; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const first = (h + s1 + ((e & f) ^ (~e & g)) + wordAt(ROUNDS, i) + wordAt(words, i)) | 0
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
    const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  state[0] = wordAt(state, 0) + a
  state[1] = wordAt(state, 1) + b
  state[2] = wordAt(state, 2) + c
  state[3] = wordAt(state, 3) + d
  state[4] = wordAt(state, 4) + e
  state[5] = wordAt(state, 5) + f
  state[6] = wordAt(state, 6) + g
  state[7] = wordAt(state, 7) + h
}

const byteAt = (list: Uint8Array, index: number): number => list[index] as number
const wordAt = (list: Int32Array, index: number): number => list[index] as number
const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

/** A text in UTF-8, filled up to whole blocks as FIPS 180-4 has it; `length` in bytes, with that. */
function padded(text: string): Readonly<{ bytes: Uint8Array; length: number }> {
  const bytes = text.length <= SHORT ? short : new Uint8Array(3 * text.length + 128)
  let length = 0
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i)
    if (code < 0x80) {
      bytes[length++] = code
      continue
    }
    if (code >= 0xd800) code = text.codePointAt(i) as number
    if (code >= 0xd800 && code <= 0xdfff) code = 0xfffd
    if (code < 0x800) bytes[length++] = 0xc0 | (code >> 6)
    else {
      if (code < 0x10000) bytes[length++] = 0xe0 | (code >> 12)
      else {
        i++
        bytes[length++] = 0xf0 | (code >> 18)
        bytes[length++] = 0x80 | ((code >> 12) & 63)
      }
      bytes[length++] = 0x80 | ((code >> 6) & 63)
    }
    bytes[length++] = 0x80 | (code & 63)
  }
  bytes[length] = 0x80
  const end = ((length + 8) >> 6) * 64 + 64
  bytes.fill(0, length + 1, end)
  // Its length in bits, of which there are fewer than 2 to the power of 53.
  for (let bits = 8 * length, place = end - 1; bits > 0; bits = Math.floor(bits / 256), place--)
    bytes[place] = bits % 256
  return { bytes, length: end }
}

/** The first 32 bits of what stands behind the point in the square or cube roots of the first primes. */
function rootBits(count: number, root: (prime: number) => number): Int32Array {
  const bits = new Int32Array(count)
  for (let candidate = 2, found = 0; found < count; candidate++) {
    let isPrime = true
    for (let by = 2; by * by <= candidate; by++) if (candidate % by === 0) isPrime = false
    if (isPrime) bits[found++] = Math.floor((root(candidate) % 1) * 0x100000000)
  }
  return bits
}

const START = rootBits(8, Math.sqrt)
const ROUNDS = rootBits(64, Math.cbrt)
