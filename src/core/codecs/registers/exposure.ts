import type { CoverageInstance, Exposure } from '../../analysis/result.ts'
import { inWords, listed, number, registerKind, text, yesNo } from './register.ts'

const way = (names: readonly string[]): string => names.join(' → ')

/** Paths from the source of a risk to its target. A link of no name of its own is called by its interface. */
export const exposures = registerKind<Exposure>('exposures', 'Exposures', ({ result }) => result.exposures, [
  text('risk', 'Risk', ({ risk }, { name }) => name(risk), 30),
  text('risk-id', 'Risk id', ({ risk }) => risk, 14),
  text('target', 'Target', ({ target }, { name }) => name(target), 24),
  text('target-id', 'Target id', ({ target }) => target, 14),
  text('kind', 'Kind', ({ kind }) => inWords(kind), 10),
  text('rating', 'Rating', ({ rating }) => inWords(rating), 10),
  text('source', 'Source', ({ source }, { name }) => name(source), 24),
  text('source-id', 'Source id', ({ source }) => source, 14),
  number('hops', 'Hops', ({ hops }) => hops, 6),
  text('path', 'Path', ({ path }, { name }) => way(path.map(name)), 50),
  text('path-id', 'Path ids', ({ path }) => way(path), 20),
  text('links', 'Links', ({ links }, { name }) => listed(links.map(name)), 50),
  text('links-id', 'Link ids', ({ links }) => listed(links), 20),
  text('entry', 'Entered from', ({ entry }, { name }) => name(entry?.component), 24),
  text('entry-id', 'Entered from id', ({ entry }) => entry?.component ?? null, 14),
  text('entry-link', 'Entered over', ({ entry }, { name }) => name(entry?.link), 24),
  text('entry-link-id', 'Entered over id', ({ entry }) => entry?.link ?? null, 14),
  text('accepted', 'Accepted', ({ accepted }) => yesNo(accepted), 10),
])

export const coverage = registerKind<CoverageInstance>(
  'coverage',
  'Coverage',
  ({ result }) => result.coverage.instances,
  [
    text('risk', 'Risk', ({ risk }, { name }) => name(risk), 30),
    text('risk-id', 'Risk id', ({ risk }) => risk, 14),
    text('component', 'Component', ({ component }, { name }) => name(component), 24),
    text('component-id', 'Component id', ({ component }) => component, 14),
    text('state', 'State', ({ state }) => inWords(state), 14),
  ],
)

type Choke = Readonly<{ id: string; of: string; taken: number; reached: number; separating: boolean }>

/** What would be cleared if all that passes here were cut (AN12). */
export const chokePoints = registerKind<Choke>(
  'choke-points',
  'Choke points',
  ({ result: { chokePoints: found } }) => {
    if (found === undefined) return null
    const separating = new Set(found.separatingSet)
    const counted = new Set(found.links.map(({ id }) => id))
    const alone = found.separatingSet.filter((id) => !counted.has(id))
    return [
      ...found.components.map((each) => ({ ...each, of: 'Component', separating: false })),
      ...found.links.map((each) => ({ ...each, of: 'Link', separating: separating.has(each.id) })),
      ...alone.map((id) => ({ id, of: 'Link', taken: 0, reached: 0, separating: true })),
    ]
  },
  [
    text('name', 'Name', ({ id }, { name }) => name(id), 40),
    text('id', 'Id', ({ id }) => id, 14),
    text('of', 'What', ({ of }) => of, 12),
    number('taken', 'No longer taken', ({ taken }) => taken),
    number('reached', 'No longer reached', ({ reached }) => reached),
    text('separating', 'In the separating set', ({ separating }) => yesNo(separating), 12),
  ],
)
