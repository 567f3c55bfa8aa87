import { COVERAGE_STATES } from '../analysis/coverage.ts'
import type { CoverageState } from '../analysis/result.ts'
import type { Model } from '../model/records.ts'
import { PLANES, type Plane } from '../model/terms.ts'
import {
  type ComponentPaint,
  type CoverPaint,
  isLoud,
  type LinkPaint,
  NO_LINK_PAINT,
  NUMBERED,
  type Paint,
} from './marks.ts'
import { criticalityOf, PLANE_NAMES, planeOf } from './labels.ts'

/** A mark as it is drawn. `cover`, `plane`: of which state, which plane. */
export type Sign =
  | Readonly<{ sign: 'standing'; of: 'source' | 'held' | 'taken' | 'reached' }>
  | Readonly<{ sign: 'route'; of: 'taken' | 'reached' }>
  | Readonly<{ sign: 'change'; of: 'gone' | 'come' }>
  | Readonly<{ sign: 'blast'; of: 'held' | 'taken' | 'reached' }>
  | Readonly<{ sign: 'cover'; of: CoverageState }>
  | Readonly<{ sign: 'plane'; of: Plane }>
  | Readonly<{
      sign:
        | 'door'
        | 'flow'
        | 'step'
        | 'choke'
        | 'ring'
        | 'cut'
        | 'risks'
        | 'critical'
        | 'findings'
        | 'covered'
        | 'planned'
        | 'controlled'
    }>

/** `means` goes further than `words`, for those who ask. */
type LegendEntry = Readonly<{ sign: Sign; words: string; means?: string }>
export type LegendPart = Readonly<{ title: string; entries: readonly LegendEntry[] }>

type Drawn = Readonly<{
  paint: Paint
  model: Pick<Model, 'components' | 'links'>
  /** What is painted is not of the board as it stands. */
  supposed: Readonly<{ words: string }> | null
  /** How the states of coverage are called. */
  states: Readonly<Record<CoverageState, Readonly<{ label: string; means?: string }>>>
}>

/** What is drawn now, in parts and from what matters most; a part in which nothing is drawn is left out. */
export function legendOf({ paint, model, supposed, states }: Drawn): readonly LegendPart[] {
  const components = [...paint.components.values()]
  const links = [...paint.links.values()]
  const covers = [...components, ...paint.segments.values()].filter(({ cover }) => cover !== null)
  return [
    { title: 'Coverage', entries: coverage(covers, states) },
    { title: 'Attack', entries: attack(components, links) },
    { title: 'If it were held', entries: blast(components) },
    { title: supposed?.words ?? 'Changes', entries: changes(components, links) },
    { title: 'Where to cut', entries: cuts(components, links) },
    { title: 'Network', entries: network(components, paint.links, model) },
  ].filter(({ entries }) => entries.length > 0)
}

const when = (isDrawn: boolean, sign: Sign, words: string, means?: string): readonly LegendEntry[] =>
  isDrawn ? [means === undefined ? { sign, words } : { sign, words, means }] : []

function coverage(covers: readonly CoverPaint[], states: Drawn['states']): readonly LegendEntry[] {
  return [
    ...COVERAGE_STATES.flatMap((state) =>
      when(
        covers.some(({ cover }) => cover === state),
        { sign: 'cover', of: state },
        states[state].label,
        states[state].means,
      ),
    ),
    ...when(
      covers.some(({ counted }) => counted > 0),
      { sign: 'covered' },
      'Risks covered there',
      'Verified, removed or contained, of all that are not closed or not applicable. A mark shows the worst state.',
    ),
    ...when(
      covers.some(({ asPlanned }) => asPlanned),
      { sign: 'planned' },
      'As planned, not today',
    ),
  ]
}

function attack(components: readonly ComponentPaint[], links: readonly LinkPaint[]): readonly LegendEntry[] {
  const stands = (of: ComponentPaint['standing']) => components.some(({ standing }) => standing === of)
  return [
    ...when(stands('source'), { sign: 'standing', of: 'source' }, 'Source of an attack'),
    ...when(stands('held'), { sign: 'standing', of: 'held' }, 'Held by the attacker'),
    ...when(
      stands('taken'),
      { sign: 'standing', of: 'taken' },
      'Taken: attacker gets in',
      'A critical function: the attacker holds what controls it, or an open weakness lets him in.',
    ),
    ...when(
      stands('reached'),
      { sign: 'standing', of: 'reached' },
      'Reached: at its door',
      'A critical function: the attacker stands at its door, and no known weakness lets him in.',
    ),
    ...(['taken', 'reached'] as const).flatMap((of) =>
      when(
        links.some(({ mark }) => mark === of),
        { sign: 'route', of },
        `Route to what is ${of}`,
      ),
    ),
    ...when(
      links.some(({ mark, flow }) => mark === 'taken' && flow !== null && flow !== 'both'),
      { sign: 'flow' },
      'Way of the attack',
    ),
    ...when(
      links.some(({ step }) => step !== null),
      { sign: 'step' },
      'Step of the path',
    ),
    ...when(
      links.some(({ door }) => door !== null),
      { sign: 'door' },
      'Closed door',
    ),
  ]
}

function blast(components: readonly ComponentPaint[]): readonly LegendEntry[] {
  const words = { held: 'Would be held', taken: 'Would be taken', reached: 'Would be reached' } as const
  return (['held', 'taken', 'reached'] as const).flatMap((of) =>
    when(
      components.some((each) => each.blast === of),
      { sign: 'blast', of },
      words[of],
    ),
  )
}

function changes(components: readonly ComponentPaint[], links: readonly LinkPaint[]): readonly LegendEntry[] {
  const is = (of: 'gone' | 'come') => [...components, ...links].some(({ change }) => change === of)
  return [
    ...when(is('gone'), { sign: 'change', of: 'gone' }, 'No longer on a route'),
    ...when(is('come'), { sign: 'change', of: 'come' }, 'Newly on a route'),
  ]
}

function cuts(components: readonly ComponentPaint[], links: readonly LinkPaint[]): readonly LegendEntry[] {
  const ranks = [...components, ...links].flatMap(({ choke }) => (choke === null ? [] : [choke]))
  return [
    ...when(
      ranks.some((rank) => rank <= NUMBERED),
      { sign: 'choke' },
      'Choke point, by rank',
      'How many exposures end if it is cut; components and links are ranked apart.',
    ),
    ...when(
      ranks.some((rank) => rank > NUMBERED),
      { sign: 'ring' },
      'Lower choke point',
    ),
    ...when(
      links.some(({ cut }) => cut),
      { sign: 'cut' },
      'Separating set',
      'The fewest links to cut so that no critical function is taken.',
    ),
  ]
}

function network(
  painted: readonly ComponentPaint[],
  lines: ReadonlyMap<string, LinkPaint>,
  { components, links }: Drawn['model'],
): readonly LegendEntry[] {
  // A line that stands out does not show its plane.
  const planes = new Set(links.filter(({ id }) => !isLoud(lines.get(id) ?? NO_LINK_PAINT)).map(planeOf))
  return [
    ...when(
      components.some((each) => criticalityOf(each) === 'critical'),
      { sign: 'critical' },
      'Critical function',
    ),
    ...when(
      painted.some(({ risks }) => risks > 0),
      { sign: 'risks' },
      'Risks live there',
    ),
    ...when(
      [...painted, ...lines.values()].some(({ findings }) => findings > 0),
      { sign: 'findings' },
      'Open findings',
    ),
    ...PLANES.flatMap((of) => when(planes.has(of), { sign: 'plane', of }, `${PLANE_NAMES[of]} plane`)),
    ...when(links.length > 0, { sign: 'controlled' }, 'Controlled end'),
  ]
}
