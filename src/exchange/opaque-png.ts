import { encode } from 'fast-png'

/** A picture in pixels of four bytes: red, green, blue and opacity. */
export type Pixels = Readonly<{ width: number; height: number; pixels: Uint8Array }>

/**
 * A PNG without opacity, which a PDF takes in as it is; one with it has to be taken apart and packed anew, which takes longer than
 * drawing it. For pictures that are opaque everywhere.
 */
export function opaquePng({ width, height, pixels }: Pixels): Uint8Array {
  const data = new Uint8Array(width * height * 3)
  for (let from = 0, to = 0; to < data.length; from += 4) {
    data[to++] = pixels[from] as number
    data[to++] = pixels[from + 1] as number
    data[to++] = pixels[from + 2] as number
  }
  return encode({ width, height, data, channels: 3, depth: 8 })
}
