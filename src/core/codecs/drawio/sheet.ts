import type { Box } from '../../layout/geometry.ts'
import type { Point } from '../../model/records.ts'
import { circles, outermostFirst } from '../drawing/cycles.ts'
import { Nest } from '../drawing/nest.ts'
import type { Cell } from './cells.ts'
import type { DrawnKind } from './packed.ts'
import { isBoundary, isContainer, isText } from './style.ts'

/** What a vertex becomes. */
export type Role = Exclude<DrawnKind, 'links'>

/** What the cells of a page are to each other. Cells are named by their keys. */
export type Sheet = Readonly<{
  byKey: ReadonlyMap<string, Cell>
  /** Vertices that are something of their own, not the label of an edge, with what they become. */
  roles: ReadonlyMap<string, Role>
  /** On the open page. */
  boxes: ReadonlyMap<string, Box>
  /** The segment around each. */
  homes: ReadonlyMap<string, string | null>
  /** Labels by the edge that they lie on. */
  labels: ReadonlyMap<string, readonly Cell[]>
  /** Cells whose parent lies within themselves. */
  cut: ReadonlySet<string>
  /** Where the coordinates of a cell begin. */
  originOf: (cell: Cell) => Point
  /** That more shapes lie across each other than can be told apart. */
  gaveUp: boolean
}>

export function sheetOf(cells: readonly Cell[]): Sheet {
  const byKey = new Map(cells.map((cell) => [cell.key, cell]))
  const known = (key: string | null) => (key !== null && byKey.has(key) ? key : null)
  const drawn = new Map(cells.map(({ key, parent }) => [key, known(parent)]))
  const cut = circles(drawn)
  for (const key of cut) drawn.set(key, null)

  const labels = new Map<string, Cell[]>()
  const vertices: Cell[] = []
  for (const cell of cells) {
    const parent = byKey.get(drawn.get(cell.key) ?? '')
    if (!cell.isVertex) continue
    if (parent?.isEdge !== true) vertices.push(cell)
    else if (labels.get(parent.key)?.push(cell) === undefined) labels.set(parent.key, [cell])
  }

  const boxes = boxesOf(byKey, drawn)
  const tied = new Set(cells.flatMap(({ isEdge, source, target }) => (isEdge ? [source, target] : [])))
  const { roles, gaveUp } = rolesOf(vertices, drawn, boxes, tied)
  const segments = new Nest(
    vertices.flatMap(({ key }) => {
      const box = boxes.get(key)
      return roles.get(key) === 'segments' && box !== undefined ? [[key, box] as const] : []
    }),
  )
  const homes = homesOf(vertices, roles, drawn, boxes, segments)
  return {
    byKey,
    roles,
    boxes,
    homes,
    labels,
    cut,
    originOf: ({ key }) => boxes.get(drawn.get(key) ?? '')?.at ?? [0, 0],
    gaveUp: gaveUp || segments.gaveUp,
  }
}

/** Of vertices; where others begin to count, at layers and edges, is the open page. */
function boxesOf(
  byKey: ReadonlyMap<string, Cell>,
  drawn: ReadonlyMap<string, string | null>,
): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>()
  for (const key of outermostFirst(drawn)) {
    const cell = byKey.get(key)
    if (cell?.isVertex !== true) continue
    const { at, size, isRelative, offset } = cell.geometry
    const around = boxes.get(drawn.get(key) ?? '') ?? { at: [0, 0], size: [0, 0] }
    const share: Point = isRelative ? around.size : [1, 1]
    boxes.set(key, {
      at: [around.at[0] + at[0] * share[0] + offset[0], around.at[1] + at[1] * share[1] + offset[1]],
      size,
    })
  }
  return boxes
}

function rolesOf(
  vertices: readonly Cell[],
  drawn: ReadonlyMap<string, string | null>,
  boxes: ReadonlyMap<string, Box>,
  tied: ReadonlySet<string | null>,
): { roles: ReadonlyMap<string, Role>; gaveUp: boolean } {
  const isNote = (cell: Cell) => isText(cell.style) && !tied.has(cell.key)
  const things = vertices.filter((cell) => !isNote(cell))
  const boxed = things.flatMap(({ key }) => {
    const box = boxes.get(key)
    return box === undefined ? [] : [[key, box] as const]
  })
  const nest = new Nest(boxed)
  const hasOthers = new Set<string | null>(boxed.map(([, box]) => nest.around(box)))
  for (const { key } of things) hasOthers.add(drawn.get(key) ?? null)
  const roles = new Map(
    vertices.map((cell): [string, Role] => {
      if (cell.own !== null && cell.own.kind !== 'links') return [cell.key, cell.own.kind]
      if (hasOthers.has(cell.key) || isContainer(cell.style)) return [cell.key, 'segments']
      if (isNote(cell)) return [cell.key, 'notes']
      return [cell.key, isBoundary(cell.style) && !tied.has(cell.key) ? 'segments' : 'components']
    }),
  )
  return { roles, gaveUp: nest.gaveUp }
}

/** The segment that a vertex is a part of; where it is of none, or one within that lies closer around it, the one that it is drawn in. */
function homesOf(
  vertices: readonly Cell[],
  roles: ReadonlyMap<string, Role>,
  drawn: ReadonlyMap<string, string | null>,
  boxes: ReadonlyMap<string, Box>,
  segments: Nest,
): ReadonlyMap<string, string | null> {
  const parts = new Map<string, string | null>()
  for (const key of outermostFirst(drawn)) {
    const parent = drawn.get(key) ?? null
    parts.set(key, parent === null || roles.get(parent) === 'segments' ? parent : (parts.get(parent) ?? null))
  }
  const homes = new Map<string, string | null>()
  for (const { key, own } of vertices) {
    const part = parts.get(key) ?? null
    const box = boxes.get(key)
    const inner = box === undefined || roles.get(key) === 'segments' ? box : pointOf(box)
    const seen = inner === undefined || own !== null ? null : segments.around(inner)
    homes.set(key, closer(part, seen, boxes))
  }
  for (const key of circles(homes)) homes.set(key, null)
  return homes
}

const pointOf = ({ at, size }: Box): Box => ({ at: [at[0] + size[0] / 2, at[1] + size[1] / 2], size: [0, 0] })

function closer(part: string | null, seen: string | null, boxes: ReadonlyMap<string, Box>): string | null {
  if (part === null || seen === null) return part ?? seen
  const [a, b] = [boxes.get(part), boxes.get(seen)]
  if (a === undefined || b === undefined) return part
  return b.size[0] * b.size[1] < a.size[0] * a.size[1] ? seen : part
}
