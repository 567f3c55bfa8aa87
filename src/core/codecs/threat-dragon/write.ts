import { grouped } from '../../analysis/grouped.ts'
import { boardFrames, type PlacedFrame } from '../../layout/board-frames.ts'
import { middle, minus } from '../../layout/geometry.ts'
import type { Model, Point, Segment } from '../../model/records.ts'
import { subjectIdOf } from '../../model/threats.ts'
import type { Writer } from '../codec.ts'
import { EXTENSION, foreignOf, packBoard, packRecord } from '../extension.ts'
import { fileName } from '../file-name.ts'
import { type LiveRisk, liveRisks } from '../live-risks.ts'
import { type Fields, fieldsIn, textIn } from '../loose.ts'
import { reportByKind } from '../report.ts'
import { boxCell, flowCell, nodeCell, noteCell } from './cells.ts'
import { diagramFinder, diagramsOf, shiftOf } from './diagrams.ts'
import { FORMAT } from './terms.ts'
import { riskEntry, threatEntry, wordsOfThreats } from './threats.ts'

/** Threat Dragon 2. Everything is carried: what it has no element for travels in `ringfence` at the top of the file. */
export const writeThreatDragon: Writer = {
  format: FORMAT,
  write: (model, { date }) => ({
    files: [
      {
        name: fileName(model.meta.title, '.threat-dragon.json'),
        type: 'application/json',
        content: `${JSON.stringify(fileOf(model, liveRisks(model, date)), null, isLarge(model) ? 0 : 2)}\n`,
      },
    ],
    report: reportByKind(model, {}),
  }),
}

/** The spaces of so many elements are as much again as the file, which nobody reads. */
const isLarge = ({ components, links }: Model): boolean => components.length + links.length > 2000

/** The version of Threat Dragon whose files these are like. */
const VERSION = '2.3.0'

/** What Threat Dragon has no element for, and neither has any of our elements. */
const BESIDE = [
  'vendors',
  'risks',
  'mitigations',
  'comments',
  'reviews',
  'products',
  'statements',
  'threats',
  'waivers',
  'entries',
] as const

/** The whole file as plain data. The reader compares with it what it finds, and needs no vendor risks for that. */
export function fileOf(model: Model, risks: readonly LiveRisk[]): Fields {
  const foreign = foreignOf(model.meta, FORMAT)
  const highest = model.threats.reduce((high, { number }) => Math.max(high, number), model.meta.lastThreat)
  const threatsAt = threatsByElement(model, risks, highest)
  const diagrams = diagramsOf(model)
  const cellsIn = cellsByDiagram(model, diagrams, threatsAt)
  return {
    version: VERSION,
    summary: {
      ...fieldsIn(foreign['summary']),
      title: model.meta.title,
      description: model.meta.description,
      owner: textIn(fieldsIn(foreign['summary'])['owner']),
    },
    detail: {
      contributors: [],
      reviewer: '',
      ...fieldsIn(foreign['detail']),
      diagrams: diagrams.map((segment, index) => diagramEntry(model, segment, index, cellsIn(segment))),
      diagramTop: diagrams.length,
      threatTop: highest + risks.length,
    },
    [EXTENSION]: packBoard({ ...model, threats: model.threats.filter(({ on }) => 'segment' in on) }, BESIDE),
  }
}

function threatsByElement(
  model: Model,
  risks: readonly LiveRisk[],
  highest: number,
): ReadonlyMap<string, readonly Fields[]> {
  const words = wordsOfThreats(model)
  const own = model.threats.map((threat) => ({
    on: subjectIdOf(threat.on),
    entry: threatEntry(threat, words.get(threat.id) ?? []),
  }))
  const ofVendors = risks.map((live, nth) => ({
    on: live.component.id,
    entry: riskEntry(live, highest + nth + 1),
  }))
  const byElement = grouped([...own, ...ofVendors], ({ on }) => on)
  return new Map([...byElement].map(([id, list]) => [id, list.map(({ entry }) => entry)]))
}

const BLANK_DIAGRAM = {
  title: 'Main diagram',
  description: '',
  diagramType: 'STRIDE',
  placeholder: 'New STRIDE diagram description',
  thumbnail: './public/content/images/thumbnail.stride.jpg',
}

function diagramEntry(
  model: Model,
  segment: Segment | null,
  index: number,
  cells: readonly Fields[],
): Fields {
  const own = segment === null ? {} : { title: segment.name }
  const mark =
    segment === null ? { open: true } : { segment: { id: segment.id, ...packRecord('segments', segment) } }
  return {
    ...BLANK_DIAGRAM,
    ...fieldsIn(foreignOf(segment ?? model.meta, FORMAT)['diagram']),
    ...own,
    id: index,
    version: VERSION,
    cells,
    [EXTENSION]: mark,
  }
}

function cellsByDiagram(
  model: Model,
  diagrams: readonly (Segment | null)[],
  threatsAt: ReadonlyMap<string, readonly Fields[]>,
) {
  const frames = boardFrames(model)
  const frameOf = (id: string) => frames.get(id) as PlacedFrame
  const roots = new Set(diagrams.flatMap((root) => root?.id ?? []))
  const diagramAt = diagramFinder(model, roots)
  const vendors = new Map(model.vendors.map((vendor) => [vendor.id, vendor]))
  const deepest = model.segments.reduce((most, { id }) => Math.max(most, frameOf(id).depth), 0)
  const shifts = new Map(diagrams.map((root) => [root?.id ?? null, shiftOf(root)]))
  const shifted = (point: Point, id: string) => minus(point, shifts.get(diagramAt(id)) ?? [0, 0])
  const at = (id: string) => shifted(frameOf(id).at, id)
  const threats = (id: string) => threatsAt.get(id) ?? []

  const cells = grouped(
    [
      ...model.segments
        .filter(({ id }) => !roots.has(id))
        .map((each) => ({
          in: each.id,
          cell: boxCell(each, at(each.id), frameOf(each.id).depth - deepest - 1),
        })),
      ...model.components.map((each) => ({
        in: each.id,
        cell: nodeCell(each, at(each.id), threats(each.id), vendors),
      })),
      ...model.links.map((each) => {
        const [from, to] = [middle(frameOf(each.from ?? '')), middle(frameOf(each.to ?? ''))]
        const between = shifted([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2], each.from ?? '')
        return { in: each.from ?? '', cell: flowCell(each, between, threats(each.id)) }
      }),
      ...model.notes.map((each) => ({ in: each.id, cell: noteCell(each, at(each.id)) })),
    ],
    (one) => diagramAt(one.in),
  )
  return (diagram: Segment | null) => (cells.get(diagram?.id ?? null) ?? []).map(({ cell }) => cell)
}
