/** Black or white, whichever is read better on a `#rrggbb` ground: at least 4.5:1 on every one. */
export function inkOn(ground: string): '#000' | '#fff' {
  const [red, green, blue] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(ground.slice(at, at + 2), 16) / 255),
  )
  const luminance = 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
  // Where the contrast with black, (l + 0.05) / 0.05, is that with white, 1.05 / (l + 0.05).
  return luminance + 0.05 > Math.sqrt(1.05 * 0.05) ? '#000' : '#fff'
}

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
