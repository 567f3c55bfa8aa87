import { type Box, contains, encloses, middle } from '../../layout/geometry.ts'

/** A trust boundary box of a diagram, by the id of its segment. */
export type Boundary = Readonly<{ id: string; box: Box }>

const areaOf = ({ size }: Box): number => size[0] * size[1]

/** Smallest first; of equal ones the later first, as it is drawn above. */
export const inOrder = (boundaries: readonly Boundary[]): readonly Boundary[] =>
  boundaries.toReversed().sort((a, b) => areaOf(a.box) - areaOf(b.box))

/** The innermost boundary around the middle of a frame. `ordered` as `inOrder` gives it. */
export function innermost(ordered: readonly Boundary[], box: Box): Boundary | null {
  const point = middle(box)
  return ordered.find((one) => contains(one.box, point)) ?? null
}

/** The innermost boundary with the whole of another one in it. */
export function around(ordered: readonly Boundary[], inner: Boundary): Boundary | null {
  const place = ordered.findIndex(({ id }) => id === inner.id)
  return ordered.find((one, nth) => nth > place && encloses(one.box, inner.box)) ?? null
}

/** Whether `inner` is no larger than `outer`, so that it may lie in there. */
export const isWithin = (inner: Boundary, outer: Boundary): boolean => areaOf(inner.box) <= areaOf(outer.box)
