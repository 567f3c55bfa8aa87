import { boundsOf } from '../../layout/frames.ts'
import type { Box } from '../../layout/geometry.ts'
import { type Parsed, refused } from '../../model/problem.ts'
import type { Point, Segment } from '../../model/records.ts'
import type { Draft } from '../draft.ts'
import { withEdits } from '../edits.ts'
import { EXTENSION, foreignOf, withForeign } from '../extension.ts'
import { saying, textIn, without } from '../loose.ts'
import { type Place, settle, type Standing } from '../placing.ts'
import { DIAGRAM, shiftOf } from './diagrams.ts'
import { type Drawing, drawingOf } from './drawing.ts'
import type { Diagram, DragonFile } from './file.ts'
import { homesIn } from './homes.ts'
import { type Own, packedDiagram } from './own.ts'
import { addElements } from './read-elements.ts'
import type { ThreatsAt } from './read-threats.ts'
import { FORMAT } from './terms.ts'

/** Who lies in what is asked of each element for each boundary. */
const MOST_QUESTIONS = 100_000_000
/** Room between diagrams that come to stand beside each other. */
const GAP = 160

/** Adds all but the threats, and gives those by what they are on. */
export function readDiagrams(file: DragonFile, own: Own | null, draft: Draft): Parsed<readonly ThreatsAt[]> {
  for (const { at, cells } of file.diagrams) {
    const boundaries = cells.filter(({ kind }) => kind === 'box').length
    if (boundaries * cells.length > MOST_QUESTIONS) {
      const message = `has ${boundaries} trust boundary boxes among ${cells.length} cells, more than can be read`
      return refused({ code: 'too-large', at, message })
    }
  }
  const taken = new Set<string>()
  const drawings = file.diagrams.map((diagram) => drawingOf(diagram, file.diagrams.length, own, taken, draft))
  const threats: (readonly ThreatsAt[])[] = []
  let east = 0
  // Those that have a place already first: the others come to stand beside them.
  const isNew = ({ segment, packed }: Drawing) => segment !== null && packed === null
  for (const drawing of [...drawings.filter((one) => !isNew(one)), ...drawings.filter(isNew)]) {
    const standings = homesIn(drawing, own)
    const places = settle(standings)
    const corner = addDiagram(drawing, places, isNew(drawing) ? [east, 0] : null, own, draft)
    threats.push(addElements(drawing, standings, places, own, draft))
    const bounds = boundsOf(rootsOf(standings, places))
    if (bounds !== null) east = Math.max(east, corner[0] + bounds.at[0] + bounds.size[0] + GAP)
  }
  return { ok: true, value: threats.flat() }
}

const rootsOf = (standings: readonly Standing[], places: ReadonlyMap<string, Place>): Box[] =>
  standings.flatMap(({ id, home }) => {
    const place = home === null ? places.get(id) : undefined
    return place === undefined ? [] : [{ at: place.pos, size: place.size }]
  })

/**
 * Adds the segment that stands for a diagram, if one does, and gives what the places in it count from. `beside` is where it
 * comes to stand if it is new on the board.
 */
function addDiagram(
  { diagram, segment, packed }: Drawing,
  places: ReadonlyMap<string, Place>,
  beside: Point | null,
  own: Own | null,
  draft: Draft,
): Point {
  const at = textIn(diagram.fields['id']) || diagram.at
  const place = places.get(segment ?? '')
  if (segment === null || place === undefined) {
    draft.account.carried('diagram', at)
    return [0, 0]
  }
  const read = (one: Diagram, origin: unknown): Segment =>
    withForeign(
      {
        id: segment,
        name: textIn(one.fields['title']),
        kind: null,
        parent: null,
        zone: null,
        pos: [0, 0],
        size: [1, 1],
      },
      FORMAT,
      {
        type: DIAGRAM,
        origin,
        ...saying({ diagram: saying(without(one.fields, ['id', 'title', 'version', EXTENSION])) }),
      },
    )
  if (packed !== null) {
    const written = own?.file.diagrams.find((one) => packedDiagram(one)?.id === segment)
    const { origin } = foreignOf(packed, FORMAT)
    const record =
      written === undefined ? packed : withEdits(packed, read(written, origin), read(diagram, origin)).record
    if (draft.add('segments', record, 'diagram', at)) draft.account.carried('diagram', at)
    return shiftOf(packed)
  }
  const [left, top] = beside ?? [0, 0]
  const record = {
    ...read(diagram, [...place.pos]),
    pos: [left, top] as [number, number],
    size: [...place.size] as [number, number],
  }
  if (draft.add('segments', record, 'diagram', at)) draft.account.carried('diagram', at)
  return [left - place.pos[0], top - place.pos[1]]
}
