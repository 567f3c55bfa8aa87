import { isExternal } from '../../catalogue/defaults.ts'
import { functionById } from '../../catalogue/functions.ts'
import { zoneById } from '../../catalogue/zones.ts'
import { recordIn } from '../../model/lookup.ts'
import type { Component, Link, Model } from '../../model/records.ts'

export type ElementKind = 'external entity' | 'process' | 'data store' | 'data flow'

/**
 * Functions that only keep: subscriber data, logs, images, backups. One that also answers for what it keeps, as an HSS does, is a
 * process, whose letters are those of a store and more.
 */
const STORES: ReadonlySet<string> = new Set([
  'udr',
  'udsf',
  'nf-db',
  'adrf',
  'mnp-db',
  'storage',
  'container-registry',
  'oss-inventory',
  'sw-repo',
  'log-server',
  'backup',
  'rdhi',
])

/** What a component is to STRIDE. One of no known function is outside if it is marked so, else a process. */
export function elementKind({ function: fn, untrusted }: Component): Exclude<ElementKind, 'data flow'> {
  if (fn !== null && STORES.has(fn)) return 'data store'
  const outside = functionById(fn) === null ? untrusted === true : isExternal(fn)
  return outside ? 'external entity' : 'process'
}

/** A border of trust that a link crosses, in words (`from Core trusted to Partner networks`), null where none is known. */
export function crossing(model: Model, { from, to }: Link): string | null {
  const near = from === null ? undefined : recordIn(model, 'components', from)
  const far = to === null ? undefined : recordIn(model, 'components', to)
  if (near === undefined || far === undefined) return null
  const [here, there] = [zoneOf(model, near), zoneOf(model, far)]
  if (here !== null && there !== null && here !== there) return `from ${zoneName(here)} to ${zoneName(there)}`
  const isOutside = (end: Component) => end.untrusted ?? isExternal(end.function)
  if (isOutside(near) === isOutside(far)) return null
  return isOutside(near)
    ? 'from outside the operator’s trust to inside'
    : 'from inside the operator’s trust to outside'
}

/** The trust zone of the nearest segment around a component that has one. */
function zoneOf(model: Model, component: Component): string | null {
  let at = component.segment
  // Segments form a forest in a normalised model, so this ends.
  while (at !== null) {
    const segment = recordIn(model, 'segments', at)
    if (segment === undefined) return null
    if (segment.zone !== null) return segment.zone
    at = segment.parent
  }
  return null
}

const zoneName = (zone: string): string => zoneById(zone)?.name ?? zone
