import type { ChokeCounts, Cleared, CoreResult } from '../../core/analysis/result.ts'
import type { AnalysisState } from '../../state/analysis-store.ts'

type Kind = keyof ChokeCounts

/** Why no element is ranked, once all have been counted. */
export function whyNoChoke(kind: Kind, { taken, reached }: CoreResult['counts']): string {
  if (taken + reached === 0) return 'Nothing is exposed, so nothing hinges on anything.'
  return kind === 'components'
    ? 'No single component ends an exposure by itself: there is always another way, or it is the target.'
    : 'No single link ends an exposure by itself: there is always another way, or the source is the target.'
}

/** `9 taken, 3 reached` */
export const clearedInWords = ({ taken, reached }: Cleared): string =>
  [taken > 0 ? `${taken} taken` : '', reached > 0 ? `${reached} reached` : ''].filter(Boolean).join(', ')

/** How far counting is; empty once it is done. */
export function progressInWords(
  chokePoints: AnalysisState['chokePoints'],
  progress: AnalysisState['progress'],
): string {
  if (chokePoints !== null) return ''
  return progress?.part === 'chokePoints' ? `Counting… ${Math.floor(progress.share * 100)} %` : 'Counting…'
}

/** What cutting the links of the separating set does. */
export function separatingInWords(links: readonly string[], { held, taken }: CoreResult['counts']): string {
  if (links.length > 0)
    return `Cutting ${links.length === 1 ? 'this link' : `these ${links.length} links`} leaves no critical function held but those with a foothold of their own.`
  if (held === 0 || taken === 0) return 'There is nothing to cut: no critical function is held.'
  return 'There is nothing to cut: no critical function is held but those with a foothold of their own.'
}
