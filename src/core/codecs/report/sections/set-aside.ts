import { kindOf } from '../../../model/lookup.ts'
import { type Block, column, paragraph, quiet, table } from '../document.ts'
import type { Grounds } from '../grounds.ts'

export function setAsideSection({ model, setAside, name }: Grounds): Block[] {
  const intro = paragraph(
    'What refers to nothing cannot be taken as it stands. It is set aside, so that the rest can be analysed, and never repaired in silence (MO5).',
  )
  if (setAside.length === 0) return [intro, quiet('Nothing was set aside.')]
  return [
    intro,
    table(
      'Set aside',
      [column('Id', 24), column('Called', 40), column('Why', 58)],
      setAside.map(({ id, reason }) => [
        id,
        kindOf(model, id) === null ? 'left out whole' : name(id),
        reason,
      ]),
    ),
  ]
}
