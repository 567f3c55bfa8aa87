import { type Box, grown, SEGMENT_LEAST } from '../../layout/geometry.ts'
import type { Parsed } from '../../model/problem.ts'
import type { Point } from '../../model/records.ts'
import type { Imported, Reader } from '../codec.ts'
import { Draft } from '../draft.ts'
import { Drawing, tooManyAcross } from '../drawing/drawing.ts'
import { roomFor } from '../drawing/room.ts'
import { titleOf } from '../file-name.ts'
import { childOf, localName, rootName, type XmlElement } from '../xml.ts'
import { aboutModel, addMessages } from './about.ts'
import { addThreats } from './add-threats.ts'
import { knowledgeOf } from './knowledge.ts'
import { objectsIn } from './objects.ts'
import { addSurface, type SurfacePlace } from './pieces.ts'
import { type Surface, surfaceBounds, surfaceOf } from './surfaces.ts'

/**
 * Reads what the Microsoft Threat Modeling Tool saves: boundaries as segments, processes, stores and external interactors as
 * components, flows as links, and the threats on them. Each drawing surface is a segment where there are several. The
 * catalogue of the tool, which is most of the file, is left out.
 */
export const readTm7: Reader = {
  format: 'tm7',
  detect: (source) => {
    const text = source.looksLike === 'xml' ? source.text() : null
    if (text?.ok !== true || localName(rootName(text.value) ?? '') !== 'ThreatModel') return false
    return text.value.slice(0, 4096).includes('ThreatModeling.Model')
  },
  read: (source) => {
    const xml = source.xml()
    return xml.ok ? readModel(xml.value, titleOf(source.name)) : xml
  },
}

/** Between surfaces that come to stand beside each other, and between what is on one and its border. */
const BETWEEN = 240
const BORDER = 40

function readModel(file: XmlElement, title: string): Parsed<Imported> {
  const objects = objectsIn(file)
  const list = childOf(file, 'DrawingSurfaceList')
  const surfaces = (list?.children ?? []).map((element) => surfaceOf(element, objects))
  const draft = new Draft('tm7')
  const drawing = new Drawing(draft)
  draft.setMeta(aboutModel(file, title))
  const isOne = surfaces.length === 1
  const places: SurfacePlace[] = []
  let free = 0
  for (const [index, surface] of surfaces.entries()) {
    const bounds = surfaceBounds(surface)
    const box = bounds === null ? null : grown(bounds, BORDER)
    const shift: Point = isOne || box === null ? [0, 0] : [free - box.at[0], -box.at[1]]
    free += (box?.size[0] ?? 0) + BETWEEN
    const home = isOne ? null : draft.fresh(surface.guid === '' ? `surface-${index + 1}` : surface.guid)
    const place = { space: `surface ${index + 1}`, home, shift }
    places.push(place)
    if (home === null) tellOnly(surface, draft, drawing)
    else
      addHome(surface, home, box === null ? null : { at: [box.at[0] + shift[0], 0], size: box.size }, drawing)
    if (!addSurface(surface, place, draft, drawing)) return tooManyAcross
  }
  const settled = drawing.settle((drawn) => ({ scale: roomFor(drawn), grows: true }))
  if (!settled.ok) return settled
  const knowledge = childOf(file, 'KnowledgeBase')
  addThreats(file, { objects, surfaces, places, knowledge: knowledgeOf(knowledge), draft })
  addMessages(file, draft)
  if (knowledge !== undefined)
    draft.account.dropped(
      'knowledge base',
      'KnowledgeBase',
      'is the catalogue of the tool, which no model needs',
    )
  return { ok: true, value: draft.finish(true) }
}

/** One surface is the board. */
function tellOnly({ guid, name }: Surface, draft: Draft, drawing: Drawing): void {
  const words = name === '' ? [] : [`is the board itself, and its name “${name}” is left out`]
  drawing.tell(() => draft.account.tell('drawing surface', guid, words))
}

function addHome({ guid, name }: Surface, id: string, box: Box | null, drawing: Drawing): void {
  const size: [number, number] = [SEGMENT_LEAST[0], SEGMENT_LEAST[1]]
  const record = { id, name, kind: null, parent: null, zone: null, pos: [0, 0] as [number, number], size }
  drawing.addPiece({ kind: 'segments', record, box }, { what: 'drawing surface', at: guid, changes: [] })
}
