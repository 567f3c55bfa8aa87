import type { CoverageState } from '../analysis/result.ts'

type Mark = 'taken' | 'reached'

/** What a component is to the attack: a critical function that falls or has him at its door, where it begins, or held. */
export type Standing = 'taken' | 'reached' | 'source' | 'held'

/** On a route of the board as it stands and no longer with what is tried out or planned by another day; or the other way round. */
export type Change = 'gone' | 'come'

/** What a component would be if another were held: that one itself, what it leads to, critical functions among it. */
export type Blast = 'origin' | 'held' | 'taken' | 'reached'

/** Of the path that is shown alone: the hop that is looked at, and the rest of the path meanwhile. */
type Hop = 'looked' | 'quiet'

/** What has come of the risks at a component, or of all in a segment, in the mode of coverage. */
export type CoverPaint = Readonly<{
  /** The worst state; null where there is nothing to cover, or another mode is on. */
  cover: CoverageState | null
  covered: number
  /** All but those closed or not applicable. */
  counted: number
  /** Of a later day, if all goes as planned (PR5): none of it can be taken for how it stands. */
  asPlanned: boolean
}>

export type ComponentPaint = CoverPaint &
  Readonly<{
    /** On a route of that layer. */
    mark: Mark | null
    standing: Standing | null
    /** Risks that are live there. */
    risks: number
    change: Change | null
    blast: Blast | null
    /** What `blast` says of it is so already. */
    anyway: boolean
    /** Its rank among the choke points, from 1. */
    choke: number | null
    /** Open findings of the checks, while those are shown. */
    findings: number
    hop: Hop | null
  }>

export type LinkPaint = Readonly<{
  mark: Mark | null
  /** Which way the shown paths go along it: from its `from` end, against that, or both. */
  flow: 'forward' | 'backward' | 'both' | null
  /** The end at which the attacker stands before a closed door. */
  door: 'from' | 'to' | null
  /** Its number on the one path that is shown, from 1. */
  step: number | null
  change: Change | null
  /** An attacker who held the component in question would come over it. */
  blast: boolean
  choke: number | null
  /** In the separating set. */
  cut: boolean
  findings: number
  hop: Hop | null
}>

/**
 * `routes`: all routes are marked and the rest recedes. `one`: the same for a single path. `blast`: for what one component
 * would give an attacker. `plain`: nothing recedes.
 */
export type PaintMode = 'plain' | 'routes' | 'one' | 'blast'

/** How exposure is painted. What is not in the maps is like `NO_COMPONENT_PAINT` or `NO_LINK_PAINT`. */
export type Paint = Readonly<{
  mode: PaintMode
  components: ReadonlyMap<string, ComponentPaint>
  links: ReadonlyMap<string, LinkPaint>
  segments: ReadonlyMap<string, CoverPaint>
}>

export const NO_COVER: CoverPaint = { cover: null, covered: 0, counted: 0, asPlanned: false }

export const NO_COMPONENT_PAINT: ComponentPaint = {
  ...NO_COVER,
  mark: null,
  standing: null,
  risks: 0,
  change: null,
  blast: null,
  anyway: false,
  choke: null,
  findings: 0,
  hop: null,
}
export const NO_LINK_PAINT: LinkPaint = {
  mark: null,
  flow: null,
  door: null,
  step: null,
  change: null,
  blast: false,
  choke: null,
  cut: false,
  findings: 0,
  hop: null,
}

/** Choke points up to this rank show it; the others are only ringed. */
export const NUMBERED = 10

/** Whether it stands out while the rest recedes. */
export const isLoud = ({ mark, change, blast }: ComponentPaint | LinkPaint): boolean =>
  mark !== null || change !== null || (blast !== null && blast !== false)
