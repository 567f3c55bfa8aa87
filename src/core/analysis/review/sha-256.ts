/**
 * SHA-256 of a text in UTF-8, as 64 hexadecimal digits (FIPS 180-4). Ours, since the core runs where no WebCrypto is, and that
 * would answer later. A lone half of a surrogate pair counts as U+FFFD, as `TextEncoder` has it.
 */
export function sha256(text: string): string {
  const bytes = utf8(text)
  const padded = new Uint8Array(((bytes.length + 8) >> 6) * 64 + 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x20000000))
  view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0)
  const state = Uint32Array.from(START)
  const words = new Uint32Array(64)
  for (let block = 0; block < padded.length; block += 64) digestBlock(view, block, words, state)
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('')
}

function digestBlock(view: DataView, block: number, words: Uint32Array, state: Uint32Array): void {
  const at = (list: Uint32Array, index: number) => list[index] as number
  for (let i = 0; i < 16; i++) words[i] = view.getUint32(block + 4 * i)
  for (let i = 16; i < 64; i++) {
    const early = at(words, i - 15)
    const late = at(words, i - 2)
    const s0 = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)
    const s1 = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10)
    words[i] = at(words, i - 16) + s0 + at(words, i - 7) + s1
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as Eight
  for (let i = 0; i < 64; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const first = (h + s1 + ((e & f) ^ (~e & g)) + at(ROUNDS, i) + at(words, i)) | 0
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
  ;[a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i] = at(state, i) + word
  })
}

type Eight = [number, number, number, number, number, number, number, number]

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(3 * text.length)
  let length = 0
  for (let i = 0; i < text.length; i++) {
    let code = text.codePointAt(i) as number
    if (code >= 0xd800 && code <= 0xdfff) code = 0xfffd
    if (code < 0x80) bytes[length++] = code
    else {
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
  }
  return bytes.subarray(0, length)
}

/** The first 32 bits of what stands behind the point in the square or cube roots of the first primes. */
function rootBits(count: number, root: (prime: number) => number): Uint32Array {
  const bits = new Uint32Array(count)
  for (let candidate = 2, found = 0; found < count; candidate++) {
    let isPrime = true
    for (let by = 2; by * by <= candidate; by++) if (candidate % by === 0) isPrime = false
    if (isPrime) bits[found++] = Math.floor((root(candidate) % 1) * 0x100000000)
  }
  return bits
}

const START = rootBits(8, Math.sqrt)
const ROUNDS = rootBits(64, Math.cbrt)
