import type { Counts } from '../../core/analysis/result.ts'
import type { Spot, VendorShare } from '../../core/analysis/concentration.ts'
import { percentOf } from '../../core/analysis/percent.ts'

/** A share with as many digits as tell on which side of the cap it is. Whether it is over that is decided before rounding. */
export const percent = (share: number, cap: number): string => `${percentOf(share, cap)} %`

export const nameOfShare = (
  { vendor }: Pick<VendorShare, 'vendor'>,
  nameOf: (id: string) => string,
): string => (vendor === null ? 'Vendor unknown' : nameOf(vendor))

/** What a spot is about, in words: the cap and the single supplier. Empty where neither says anything. */
export function noticesOf(spot: Spot, cap: number, nameOf: (id: string) => string): string[] {
  const notices: string[] = []
  if (spot.overCap)
    notices.push(`Restricted vendors have ${percent(spot.restrictedShare, cap)}, over the cap of ${cap} %`)
  if (spot.single !== null) notices.push(`Single supplier: ${nameOf(spot.single)}`)
  return notices
}

/** What the counts would be, and what that does not mean. */
export function exposureInWords(before: Counts, after: Counts, criticalLost: number): string {
  const counts = `Taken ${before.taken} → ${after.taken}, reached ${before.reached} → ${after.reached}.`
  if (criticalLost === 0) return counts
  const lost = criticalLost === 1 ? '1 critical component' : `${criticalLost} critical components`
  return `${counts} ${lost} would be lost: no longer a target, which is not the same as protected.`
}
