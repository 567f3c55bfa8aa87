import { BLANK_COMPONENT, BLANK_LINK } from '../src/core/model/blank.ts'
import type { Component, Link, Segment } from '../src/core/model/records.ts'
import { type Random, randomFrom, scramble } from './random.ts'

/** What the steps of the generator share. Components are known by their place in `components`. */
export type Draft = {
  readonly random: Random
  readonly newId: () => string
  readonly components: Component[]
  readonly links: Link[]
  readonly segments: Segment[]
  /** Per zone, the places of its sites; the first two are its gateways. */
  readonly zones: number[][]
  /** One element manager for each zone, one network manager for each region, and those above them. */
  readonly managers: { readonly zone: number[]; readonly region: number[]; readonly top: number[] }
}

/** Ids look random, so that their order says nothing about what lies near what. */
export function emptyDraft(seed: number): Draft {
  let made = 0
  const shift = scramble(seed)
  return {
    random: randomFrom(seed),
    newId: () =>
      `x${scramble(made++ ^ shift)
        .toString(36)
        .padStart(7, '0')}`,
    components: [],
    links: [],
    segments: [],
    zones: [],
    managers: { zone: [], region: [], top: [] },
  }
}

export function addSegment(
  name: string,
  kind: string | null,
  parent: string | null,
  { newId, segments }: Draft,
): string {
  const id = newId()
  segments.push({ id, name, kind, parent, zone: null, pos: [40, 40], size: [640, 420] })
  return id
}

export function addComponent(
  name: string,
  fn: string | null,
  segment: string,
  { newId, components }: Draft,
): number {
  const at = components.length
  components.push({
    ...BLANK_COMPONENT,
    id: newId(),
    name,
    function: fn,
    segment,
    version: `${1 + (at % 5)}.${at % 10}`,
    pos: [(at % 40) * 120, Math.floor(at / 40) * 80],
  })
  return at
}

export function addLink(from: number, to: number, name: string | null, forward: boolean, draft: Draft): void {
  const idOf = (at: number) => draft.components[at]?.id ?? null
  draft.links.push({
    ...BLANK_LINK,
    id: draft.newId(),
    from: idOf(from),
    to: idOf(to),
    interface: name,
    direction: forward ? 'forward' : 'both',
  })
}
