/** Below this, in per cent, a difference is one of arithmetic and not of the board. */
const LEAST = 1e-9
const MOST_DIGITS = 8

/**
 * A share in per cent, without the sign: to a tenth where it is no whole number, and with as many more digits as it takes to tell
 * on which side of `cap` (in per cent) it is.
 */
export function percentOf(share: number, cap: number | null = null): string {
  const value = share * 100
  if (Math.abs(value - Math.round(value)) < LEAST) return String(Math.round(value))
  let digits = 1
  if (cap !== null)
    while (digits < MOST_DIGITS && sideOf(Number(value.toFixed(digits)), cap) !== sideOf(value, cap)) digits++
  return value.toFixed(digits)
}

const sideOf = (value: number, cap: number): number =>
  Math.abs(value - cap) < LEAST ? 0 : Math.sign(value - cap)
