import { execute } from '../../commands/execute.ts'
import { focusExposure } from '../../commands/exposure.ts'
import type { Exposure } from '../../core/analysis/result.ts'
import { useBoard } from '../../state/board-store.ts'
import { nameOf } from '../../state/record-names.ts'
import { useSelection } from '../../state/selection-store.ts'
import { RatingMark } from '../../ui/rating-mark.tsx'
import { EXPOSURE_WORDS, RATING_WORDS } from '../../ui/words.ts'
import { Row } from './section.tsx'

/** One exposure; pressing it shows it alone on the canvas, pressing it again shows all. */
export function ExposureRow({
  exposure,
  names,
}: Readonly<{ exposure: Exposure; names: readonly ('risk' | 'source' | 'target')[] }>) {
  const model = useBoard((board) => board.model)
  const { risk, target, source, kind, rating, hops, accepted } = exposure
  const pressed = useSelection(({ exposure: shown }) => shown?.risk === risk && shown.target === target)
  const [first, ...others] = names.map((name) => nameOf(model, exposure[name]))
  const way = hops === 0 ? 'the risk sits here' : `${hops} ${hops === 1 ? 'link' : 'links'}`
  const detail = [...others.map((name, at) => `${names[at + 1] === 'source' ? 'from ' : ''}${name}`), way]
  if (accepted) detail.push('accepted')
  return (
    <Row
      icon={kind}
      pressed={pressed}
      detail={detail.join(' · ')}
      marks={<RatingMark rating={rating} word={RATING_WORDS[rating].label} />}
      onOpen={() => execute(focusExposure, pressed ? null : { risk, target })}
    >
      <b data-kind={kind}>{EXPOSURE_WORDS[kind].label}</b>{' '}
      {source === target && names[0] === 'source' ? 'from here' : first}
    </Row>
  )
}
