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
  of,
  by,
}: Readonly<{ exposure: Exposure; of: 'risk' | 'target'; by: 'risk' | 'source' }>) {
  const model = useBoard((board) => board.model)
  const { risk, target, source, kind, rating, hops, accepted } = exposure
  const pressed = useSelection(({ exposure: shown }) => shown?.risk === risk && shown.target === target)
  const detail = [
    by === 'risk' ? nameOf(model, risk) : null,
    hops === 0 ? 'the risk sits there' : by === 'source' ? `from ${nameOf(model, source)}` : null,
    hops === 0 ? null : `${hops} ${hops === 1 ? 'link' : 'links'}`,
    accepted ? 'accepted' : null,
  ].filter((part) => part !== null)
  return (
    <Row
      icon={kind}
      pressed={pressed}
      detail={detail.join(' · ')}
      marks={<RatingMark rating={rating} word={RATING_WORDS[rating].label} />}
      onOpen={() => execute(focusExposure, pressed ? null : { risk, target })}
    >
      <b data-kind={kind}>{EXPOSURE_WORDS[kind].label}</b>{' '}
      {of === 'risk' ? `through ${nameOf(model, risk)}` : nameOf(model, target)}
    </Row>
  )
}
