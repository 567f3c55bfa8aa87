import { boardFrames } from '../../layout/board-frames.ts'
import { bottom, right } from '../../layout/geometry.ts'
import type { Model } from '../../model/records.ts'
import { EXTENSION, foreignOf, packBoard } from '../extension.ts'
import { fileName } from '../file-name.ts'
import type { LiveRisk } from '../live-risks.ts'
import { type Fields, fieldsIn, listIn, textIn } from '../loose.ts'
import { componentEntry, flowEntry, zoneEntry } from './entries.ts'
import { frameIn } from './frames.ts'
import { FORMAT, VERSION } from './terms.ts'
import { mitigationEntry, riskEntry, threatEntry } from './threats.ts'
import { instancesOf } from './instances.ts'

/** What the format has no element for, and neither has any of our elements. */
const BESIDE = [
  'vendors',
  'risks',
  'notes',
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
  const { meta } = model
  const foreign = foreignOf(meta, FORMAT)
  const others = listIn(foreign['representations'])
  const diagram = { id: unused('ringfence-board', others), name: 'Board', ...fieldsIn(foreign['diagram']) }
  const outside = unused('ringfence-outside', model.segments)
  const frames = boardFrames(model)
  const frame = frameIn(model, frames, textIn(diagram.id))
  const instances = instancesOf(model, risks)
  const onSegments = model.threats.filter(({ on }) => 'segment' in on)
  const project = fieldsIn(foreign['project'])
  const all = [...frames.values()]
  return {
    otmVersion: VERSION,
    project: {
      ...project,
      name: meta.title,
      id: textIn(project['id']) || fileName(meta.title, ''),
      description: meta.description,
      attributes: {
        ...fieldsIn(project['attributes']),
        [EXTENSION]: packBoard({ ...model, threats: onSegments }, BESIDE),
      },
    },
    representations: [
      {
        ...diagram,
        type: 'diagram',
        size: {
          width: all.reduce((most, one) => Math.max(most, right(one)), 1),
          height: all.reduce((most, one) => Math.max(most, bottom(one)), 1),
        },
      },
      ...others,
    ],
    assets: listIn(foreign['assets']),
    trustZones: [
      ...model.segments.map((segment) => zoneEntry(segment, frame)),
      ...(model.components.some(({ segment }) => segment === null) ? [outsideEntry(outside)] : []),
    ],
    components: model.components.map((component) =>
      componentEntry(component, outside, frame, instances.at(component.id), model),
    ),
    dataflows: model.links.map((link) => flowEntry(link, instances.at(link.id))),
    threats: [
      ...model.threats.filter(({ on }) => !('segment' in on)).map(threatEntry),
      ...instances.risks.map(({ live, written }) => riskEntry(live, written)),
      ...listIn(foreign['threats']),
    ],
    mitigations: [...model.mitigations.map(mitigationEntry), ...listIn(foreign['mitigations'])],
  }
}

/** Every component has a parent there: this zone is the open canvas. */
const outsideEntry = (id: string): Fields => ({
  id,
  name: 'Outside any segment',
  risk: { trustRating: 0 },
  attributes: { [EXTENSION]: { outside: true } },
})

function unused(id: string, others: readonly unknown[]): string {
  const taken = new Set(others.map((one) => textIn(fieldsIn(one)['id'])))
  let free = id
  while (taken.has(free)) free = `${free}-`
  return free
}
