import type { Normalised } from '../../model/normalise.ts'
import { normalisedOf, type Parts } from './model-of.ts'

type Fields = Readonly<Record<string, unknown>>

/** Lists of ids are separated by spaces, links by commas. */
export type Sketch = Omit<Parts, 'components' | 'links'> &
  Readonly<{
    /**
     * `a => b` control, `a -> b` access, from the first end only; `a <=> b` and `a <-> b` are direction `both`. They get
     * the ids l1, l2, … in order, or the one put before a colon: `x9: a -> b`.
     */
    links?: string
    /** Components that no link names. */
    alone?: string
    critical?: string
    untrusted?: string
    /** Components with an open risk of their own: `f-a` is the foothold on a, `w-a` the weakness. */
    footholds?: string
    weaknesses?: string
    /** Further fields of single components. */
    components?: Readonly<Record<string, Fields>>
  }>

const ARROWS: Readonly<Record<string, Fields>> = {
  '=>': { carries: 'control', direction: 'forward' },
  '<=>': { carries: 'control', direction: 'both' },
  '->': { carries: 'access', direction: 'forward' },
  '<->': { carries: 'access', direction: 'both' },
}

/** A model in a few words; everything that is not said is of no consequence (not critical, not untrusted). */
export function sketch(said: Sketch): Normalised {
  const { links = '', alone, critical, untrusted, footholds, weaknesses, components = {}, ...parts } = said
  const drawn = links
    .split(',')
    .filter((line) => line.trim() !== '')
    .map((line, index) => linkOf(line, `l${index + 1}`))
  const ids = new Set([
    ...drawn.flatMap(({ from, to }) => [from, to]),
    ...words(alone),
    ...Object.keys(components),
  ])
  const riskOn = (prefix: string, propagation: string) => (component: string) => ({
    id: `${prefix}-${component}`,
    on: { component },
    propagation,
  })
  return normalisedOf({
    ...parts,
    links: drawn,
    components: [...ids].map((id) => ({
      id,
      criticality: words(critical).includes(id) ? 'critical' : 'low',
      untrusted: words(untrusted).includes(id),
      ...components[id],
    })),
    risks: [
      ...words(footholds).map(riskOn('f', 'foothold')),
      ...words(weaknesses).map(riskOn('w', 'weakness')),
      ...(parts.risks ?? []),
    ],
  })
}

const words = (text = ''): string[] => text.split(' ').filter((word) => word !== '')

function linkOf(line: string, id: string) {
  const [, named, from, arrow, to] = /^\s*(?:(\S+):\s+)?(\S+)\s+(\S+)\s+(\S+)\s*$/.exec(line) ?? []
  const kind = ARROWS[arrow ?? '']
  if (from === undefined || to === undefined || kind === undefined) throw new Error(`not a link: ${line}`)
  return { id: named ?? id, from, to, ...kind }
}
