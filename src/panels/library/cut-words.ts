import { canCut } from '../../core/catalogue/mitigations.ts'
import type { Effect, Propagation } from '../../core/model/terms.ts'
import { EFFECT_WORDS } from '../../ui/record-words.ts'

/** What a mitigation can end, and what it leaves, in two plain sentences. */
export function cutWords(effect: Effect): Readonly<{ can: string; cannot: string }> {
  const can = EFFECT_WORDS[effect].means
  if (!canCut(effect))
    return { can: `It cuts nothing. ${can}`, cannot: 'What is exposed stays exposed, whatever its status.' }
  const cannot = {
    'removes-risk': 'It cuts no link: other risks at the same place go on.',
    'blocks-propagation': 'The risk stays, and so do all ways that it does not cover.',
    'contains-node': 'The risk stays, and so does whatever it covers: only the way on from there is cut.',
  }[effect as 'removes-risk' | 'blocks-propagation' | 'contains-node']
  return { can, cannot: `${cannot} Nothing is cut before it is implemented.` }
}

/** Why nothing in the library cuts a risk, in plain words. */
export function uncutWords(propagation: Propagation): string {
  const why = {
    foothold: 'It has to be removed at its source, by a mitigation of your own.',
    weakness: 'It has to be removed at its source, by a mitigation of your own.',
    'raises-likelihood':
      'It opens no way by itself: it makes other risks likelier, and those are what to cut.',
    dependency: 'It is about supply and continuity, and opens no way that could be cut.',
  }[propagation]
  return `Nothing in the library cuts this risk. ${why}`
}
