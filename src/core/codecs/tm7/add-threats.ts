import type { Threat } from '../../model/records.ts'
import type { Draft } from '../draft.ts'
import { TextAllowance } from '../text-in.ts'
import { childOf, type XmlElement } from '../xml.ts'
import type { Knowledge } from './knowledge.ts'
import { dictionaryOf, type Objects } from './objects.ts'
import type { SurfacePlace } from './pieces.ts'
import type { Stencil, Surface } from './surfaces.ts'
import { decisionOf, type Instance, instanceOf, mitigationOf, momentOf, wordsFor } from './threats.ts'

type Context = Readonly<{
  objects: Objects
  surfaces: readonly Surface[]
  /** Of the surfaces, in their order. */
  places: readonly SurfacePlace[]
  knowledge: Knowledge
  draft: Draft
}>

/** Adds the threats of a file, with what is said to have been done about them. Surfaces have to be settled before. */
export function addThreats(file: XmlElement, context: Context): void {
  const { objects, surfaces, knowledge, draft } = context
  const stencils = surfaces.map(({ stencils }) => new Map(stencils.map((stencil) => [stencil.guid, stencil])))
  const surfaceOf = surfaceFinder(surfaces)
  const allowance = new TextAllowance()
  let number = 0
  for (const [key, value] of dictionaryOf(childOf(file, 'ThreatInstances'), objects)) {
    const instance = instanceOf(key, value, objects)
    const nth = surfaceOf(instance)
    const found = stencils[nth] ?? new Map<string, Stencil>()
    const on = subjectOf(instance, nth, found, context)
    if (on === null) {
      draft.account.dropped('threat', instance.id, 'is about nothing that is in the file')
      continue
    }
    const words = wordsFor(
      instance,
      {
        source: found.get(instance.source),
        target: found.get(instance.target),
        flow: found.get(instance.flow),
      },
      knowledge,
      allowance,
    )
    const threat: Threat = {
      id: draft.fresh(instance.id),
      number: ++number,
      technique: null,
      ...words,
      on,
      decision: decisionOf(instance.state),
      by: instance.by,
      at: momentOf(instance.at),
    }
    if (!draft.add('threats', threat, 'threat', instance.id)) continue
    draft.account.carried('threat', instance.id)
    const done = mitigationOf(`${threat.id}-mitigation`, words, instance, on)
    if (done !== null) draft.add('mitigations', { ...done, id: draft.fresh(done.id) })
  }
  draft.setMeta({ lastThreat: number })
}

/** Finds the surface that a threat names, else the first that has its flow; -1 where there is neither. */
function surfaceFinder(surfaces: readonly Surface[]): (instance: Instance) => number {
  const byGuid = new Map<string, number>()
  const byStencil = new Map<string, number>()
  for (const [nth, { guid, stencils }] of surfaces.entries()) {
    if (guid !== '' && !byGuid.has(guid)) byGuid.set(guid, nth)
    for (const stencil of stencils) if (!byStencil.has(stencil.guid)) byStencil.set(stencil.guid, nth)
  }
  return ({ surface, flow }) => byGuid.get(surface) ?? byStencil.get(flow) ?? -1
}

/** The flow, else the component at which it ends or begins, else the surface; null where none of them is there. */
function subjectOf(
  { flow, target, source }: Instance,
  nth: number,
  found: ReadonlyMap<string, Stencil>,
  { places, draft }: Context,
): Threat['on'] | null {
  const place = places[nth]
  if (place === undefined) return null
  const idOf = (guid: string) => draft.id(place.space, guid)
  if (found.get(flow)?.shape === 'Connector') return { link: idOf(flow) }
  const end = [target, source].find((guid) => found.get(guid)?.shape.startsWith('Stencil') === true)
  if (end !== undefined) return { component: idOf(end) }
  return place.home === null ? null : { segment: place.home }
}
