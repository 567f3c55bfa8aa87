import { describe, expect, test } from 'vitest'
import { analyseCore, makeEngine } from './analyse.ts'
import { morePaths } from './more-paths.ts'
import { sketch, type Sketch } from './testing/sketch.ts'

const TODAY = { date: '2026-11-23' }
const exposures = (said: Sketch) => analyseCore(sketch(said), TODAY).exposures

/** `f-a taken t` and so on. */
const kinds = (said: Sketch) => exposures(said).map(({ risk, kind, target }) => `${risk} ${kind} ${target}`)

describe('AN9', () => {
  test.each<[string, Sketch, string[]]>([
    ['taken where steps lead', { links: 'a => b, b => t', footholds: 'a' }, ['f-a taken t']],
    ['taken with 0 hops where the source is the target', { alone: 't', footholds: 't' }, ['f-t taken t']],
    ['reached at the door', { links: 'a -> t', footholds: 'a' }, ['f-a reached t']],
    ['reached beyond steps', { links: 'a => b, b -> t', footholds: 'a' }, ['f-a reached t']],
    ['taken before reached', { links: 'a -> t, a => t', footholds: 'a' }, ['f-a taken t']],
    [
      'taken where the target is weak, through both risks',
      { links: 'a -> t', footholds: 'a', weaknesses: 't' },
      ['f-a taken t', 'w-t taken t'],
    ],
    ['not over access that is no step and leads elsewhere', { links: 'a -> b, b => t', footholds: 'a' }, []],
    ['only critical components are targets', { links: 'a => b', footholds: 'a', critical: '' }, []],
    ['a weakness that nobody can enter is no source', { links: 'b => t', weaknesses: 'b' }, []],
    [
      'a weakness that an untrusted component can talk to is one',
      { links: 'x -> b, b => t', weaknesses: 'b', untrusted: 'x' },
      ['w-b taken t'],
    ],
    [
      'a weakness that a held component can talk to is one',
      { links: 'a -> b, b => t', footholds: 'a', weaknesses: 'b' },
      ['f-a taken t', 'w-b taken t'],
    ],
    [
      'control does not enter a weakness',
      { links: 'a => b, b => t', footholds: 'a', weaknesses: 'b' },
      ['f-a taken t'],
    ],
    [
      'no component enters its own weakness',
      { links: 'b -> b, b => t', footholds: 'b', weaknesses: 'b' },
      ['f-b taken t'],
    ],
    [
      'what it owns may enter it back',
      { links: 'b <=> t', footholds: 'b', weaknesses: 'b' },
      ['f-b taken t', 'w-b taken t'],
    ],
    [
      'untrusted components lend no steps unless they are held',
      { links: 'x -> b, b -> x, x => t', weaknesses: 'b', untrusted: 'x' },
      [],
    ],
    [
      'steps of the one risk are open to the other',
      { links: 'a => b, b -> c, c => t', footholds: 'a', weaknesses: 'c' },
      ['f-a taken t', 'w-c taken t'],
    ],
    [
      'a dependency and what raises likelihood expose nothing by themselves',
      {
        links: 'a => t',
        risks: ['dependency', 'raises-likelihood'].map((propagation) => ({
          id: propagation,
          on: { component: 'a' },
          propagation,
        })),
      },
      [],
    ],
  ])('[AN9] %s', (_, said, expected) => {
    expect(kinds({ critical: 't', ...said })).toEqual(expected)
  })

  test('[AN9] each risk has its own exposures, by risk, then target', () => {
    expect(kinds({ links: 'a => T, a => s, b => s', critical: 's T', footholds: 'b a' })).toEqual([
      'f-a taken T',
      'f-a taken s',
      'f-b taken s',
    ])
  })
})

/** `path over links`, of the only exposure of f. */
const shown = (said: Sketch) =>
  exposures({ critical: 't', ...said }).map(({ path, links }) => `${path.join(' ')} over ${links.join(' ')}`)

const onMany = (...ids: string[]): Sketch => ({
  vendors: [{ id: 'v' }],
  components: Object.fromEntries(ids.map((id) => [id, { vendor: 'v' }])),
  risks: [{ id: 'f', on: { vendor: 'v' }, propagation: 'foothold' }],
})

describe('AN10', () => {
  test.each<[string, Sketch, string]>([
    ['fewest hops', { links: 'a => b, b => c, c => t, a => z, z => t', footholds: 'a' }, 'a z t over l4 l5'],
    ['over all sources', { links: 'a => b, b => t, z => t', ...onMany('a', 'z') }, 'z t over l3'],
    [
      'among equals the smallest component ids, from the source on',
      { links: 'a => z, z => t, b => c, c => t', ...onMany('a', 'b') },
      'a z t over l1 l2',
    ],
    [
      'compared by code unit: capitals first, 10 before 9',
      { links: 'a => b, a => B, b => t, B => t', footholds: 'a' },
      'a B t over l2 l4',
    ],
    [
      'by code unit: 10 before 9',
      { links: 'a => c9, a => c10, c9 => t, c10 => t', footholds: 'a' },
      'a c10 t over l2 l4',
    ],
    [
      'then the smallest link ids',
      { links: 'z: a => b, l9: a -> b, l10: a => b, b => t', footholds: 'a', weaknesses: '' },
      'a b t over l10 l4',
    ],
    [
      'component ids come before link ids',
      { links: 'z1: a => b, z2: b => t, a1: a => c, a2: c => t', footholds: 'a' },
      'a b t over z1 z2',
    ],
    ['a source that is the target: the target alone', { alone: 't', footholds: 't' }, 't over '],
    [
      'the last access arc of a reached one counts',
      { links: 'a => b, b -> t', footholds: 'a' },
      'a b t over l1 l2',
    ],
    [
      'reached: fewest hops with the door',
      { links: 'a => b, b -> t, a => c, c => d, d -> t', footholds: 'a' },
      'a b t over l1 l2',
    ],
    [
      'reached: among equals the smallest ids',
      { links: 'a => c, c -> t, a => b, b -> t', footholds: 'a' },
      'a b t over l3 l4',
    ],
    [
      'reached: among parallel doors the smallest link',
      { links: 'l9: a -> t, l10: a -> t', footholds: 'a' },
      'a t over l10',
    ],
  ])('[AN10] %s', (_, said, expected) => {
    expect(shown(said)).toEqual([expected])
  })

  test.each<[string, string, { component: string; link: string }]>([
    [
      'the smallest component that is held or untrusted',
      'y -> w, X -> w, w => t',
      { component: 'X', link: 'l2' },
    ],
    ['then the smallest link', 'z: X -> w, l10: X -> w, l9: X -> w, w => t', { component: 'X', link: 'l10' }],
    ['of those only whose arc is access', 'X => w, y -> w, w => t', { component: 'y', link: 'l2' }],
    ['of those only that are held or untrusted', 'A -> w, X -> w, w => t', { component: 'X', link: 'l2' }],
  ])('[AN10] the entry of a weakness: %s', (_, links, entry) => {
    const said = { links, critical: 't', untrusted: 'X y', weaknesses: 'w' }
    expect(exposures(said).map((exposure) => [exposure.risk, exposure.entry])).toEqual([['w-w', entry]])
  })

  test('[AN10] a cut arc enters nothing, and a foothold has no entry', () => {
    const mitigations = [
      { id: 'm', effect: 'blocks-propagation', on: [{ link: 'l1' }], status: 'implemented' },
    ]
    const said = { links: 'X -> w, y -> w, w => t', critical: 't', untrusted: 'X y', weaknesses: 'w' }
    expect(exposures({ ...said, mitigations })[0]?.entry).toEqual({ component: 'y', link: 'l2' })
    expect(exposures({ ...said, footholds: 'w' })[0]?.entry).toBeNull()
  })
})

describe('AN10, more paths', () => {
  const more = (said: Sketch, most = 9) => {
    const normalised = sketch({ critical: 't', ...said })
    const result = analyseCore(normalised, TODAY)
    const [exposure] = result.exposures
    if (exposure === undefined) return []
    return morePaths(makeEngine()(normalised.model, TODAY), exposure, most).map(
      ({ path, links }) => `${path.join(' ')} over ${links.join(' ')}`,
    )
  }

  test.each<[string, Sketch, string[]]>([
    [
      'fewest hops first, then the smallest component ids, whatever the links',
      { links: 'z1: a => b, z2: b => t, a1: a => c, a2: c => t, x: b => c', footholds: 'a' },
      ['a b t over z1 z2', 'a c t over a1 a2', 'a b c t over z1 x a2'],
    ],
    [
      'a different choice of parallel links is a different path',
      { links: 'l2: a => b, l10: a => b, l3: b => t', footholds: 'a' },
      ['a b t over l10 l3', 'a b t over l2 l3'],
    ],
    [
      'from every source',
      { links: 'l1: a => t, l2: b => t, l3: b => a', ...onMany('a', 'b') },
      ['a t over l1', 'b t over l2', 'b a t over l3 l1'],
    ],
    [
      'loopless',
      { links: 'l1: a => b, l2: b => a, l3: b => t, l4: t => b', footholds: 'a' },
      ['a b t over l1 l3'],
    ],
    [
      'to a door, by each of them',
      { links: 'l1: a -> t, l2: a => b, l3: b -> t', footholds: 'a' },
      ['a t over l1', 'a b t over l2 l3'],
    ],
    ['none where there is no exposure', { links: 'a -> b', footholds: 'a' }, []],
  ])('[AN10] more paths: %s', (_, said, expected) => {
    expect(more(said)).toEqual(expected)
    expect(more(said, 2)).toEqual(expected.slice(0, 2))
  })

  test('[AN10] [AN14] of the countless choices among parallel links only those asked for are made', () => {
    const parallel = Array.from({ length: 3_000 }, () => 'a => b, b => c, c => t').join(', ')
    const found = more({ links: parallel, footholds: 'a' }, 4)
    expect(found).toEqual(['l1002', 'l1005', 'l1008', 'l1011'].map((link) => `a b c t over l1 l1001 ${link}`))
  })
})
