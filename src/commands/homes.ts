import { fitsInto, freeSpot } from '../core/layout/free-spot.ts'
import { frameOf, originOf, type Placed } from '../core/layout/frames.ts'
import { recordIn } from '../core/model/lookup.ts'
import type { Model, Point } from '../core/model/records.ts'
import { nameOf } from '../state/record-names.ts'
import { place, type Placement } from './arrange.ts'
import { type Command, command } from './command.ts'
import { segmentsAround } from './placed.ts'

/** Stands for the open canvas. */
export const OUTSIDE = ''

/** A segment to move to, or the open canvas. */
type Home = Readonly<{
  value: string
  label: string
  /** What moving there would mean. */
  detail: string
}>

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

type HomeGroup = Readonly<{ label: string; options: readonly Home[] }>

/** Where things can be moved to: outside, and every segment but themselves and what lies in them. */
export function homesFor(model: Model, placed: readonly Placed[]): readonly HomeGroup[] {
  const moving = new Set(placed.map(({ id }) => id))
  const isHere = (home: string | null) => placed.every((each) => each.home === home)
  const segments = model.segments
    .filter(({ id }) => !segmentsAround(model, id).some((around) => moving.has(around)))
    .map(({ id }): Home => {
      const path = segmentsAround(model, id).reverse()
      const tight = placed.some(({ size }) => !fitsInto(model, id, size))
      return {
        value: id,
        label: path.map((each) => nameOf(model, each)).join(' / '),
        detail: isHere(id) ? 'where it is now' : tight ? 'smaller than what you move' : '',
      }
    })
    .sort((a, b) => collator.compare(a.label, b.label))
  return [
    {
      label: '',
      options: [
        { value: OUTSIDE, label: 'Outside all segments', detail: isHere(null) ? 'where it is now' : '' },
      ],
    },
    { label: 'Segments', options: segments },
  ]
}

/** Moves things into a segment, null for outside all, each to a free place there. What is there already stays. */
export const moveInto: Command<{ placed: readonly Placed[]; home: string | null }> = command({
  id: 'arrange.move-into',
  label: 'Move to a segment',
  icon: 'move',
  group: 'edit',
  role: 'editor',
  run: (context, { placed, home }) => {
    const { model, host } = context
    const leaving = placed.filter((each) => each.home !== home)
    if (leaving.length === 0) return
    const [only] = placed
    const what =
      placed.length === 1 && only !== undefined ? nameOf(model, only.id) : `${placed.length} things`
    const where = home === null ? 'outside all segments' : `to ${nameOf(model, home)}`
    void place.run(context, {
      placements: placementsFor(model, leaving, home),
      label: `Move ${what} ${where}`,
    })
    host.announce(`${what} moved ${where}`)
  },
})

/** A free place for each in its new home, one after the other: near the middle of a segment, outside near where it was. */
export function placementsFor(model: Model, placed: readonly Placed[], home: string | null): Placement[] {
  const waiting = new Set(placed.map(({ id }) => id))
  let board = model
  return placed.map((each) => {
    const pos = freeSpot(board, home, each.size, wantedFor(model, each, home), waiting)
    waiting.delete(each.id)
    board = moved(board, each, home, pos)
    return { id: each.id, kind: each.kind, pos, segment: home }
  })
}

function wantedFor(model: Model, placed: Placed, home: string | null): Point {
  const segment = home === null ? undefined : recordIn(model, 'segments', home)
  if (segment === undefined) {
    const { at, size } = frameOf(model, placed)
    return [at[0] + size[0] / 2, at[1] + size[1] / 2]
  }
  const [x, y] = originOf(model, segment.id)
  return [x + segment.size[0] / 2, y + segment.size[1] / 2]
}

function moved(model: Model, { id, kind }: Placed, home: string | null, [x, y]: Point): Model {
  const pos: [number, number] = [x, y]
  switch (kind) {
    case 'components':
      return {
        ...model,
        components: model.components.map((each) => (each.id === id ? { ...each, segment: home, pos } : each)),
      }
    case 'notes':
      return {
        ...model,
        notes: model.notes.map((each) => (each.id === id ? { ...each, segment: home, pos } : each)),
      }
    case 'segments':
      return {
        ...model,
        segments: model.segments.map((each) => (each.id === id ? { ...each, parent: home, pos } : each)),
      }
  }
}
