import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyseCore } from './analyse.ts'
import { buildGraph } from './graph.ts'
import { columnsOf } from './testing/columns.ts'
import { pruneArcs } from './pruning.ts'
import { checkIn } from './testing/check.ts'
import { prunedArcs } from './testing/oracle-graph.ts'
import { sketch, type Sketch } from './testing/sketch.ts'

const check = checkIn(process.env)
const routes = (said: Sketch) =>
  analyseCore(sketch({ critical: 't', ...said }), { date: '2026-11-23' }).routes
const NOTHING = { components: [], links: [] }

describe('AN11', () => {
  test.each<[string, Sketch, string]>([
    [
      'all ways from a source to a held target',
      { links: 'a => b, b => t, a => c, c => t' },
      'a b c t / l1 l2 l3 l4',
    ],
    ['a spur does not light up', { links: 'a => b, b => t, b => s' }, 'a b t / l1 l2'],
    ['nor what leads in from where nothing starts', { links: 'a => t, s => a' }, 'a t / l1'],
    ['nor the way back: its end dominates its start', { links: 'a => b, b => t, b => a' }, 'a b t / l1 l2'],
    ['nor a loop from the target', { links: 'a => t, t => b, b => t' }, 'a t / l1'],
    [
      'nor a detour that has to come back through where it left',
      { links: 'a => b, b => c, c => b, b => t' },
      'a b t / l1 l4',
    ],
    [
      'of a bridge between two ways both directions stay',
      { links: 'a => b, a => c, b => t, c => t, b => c, c => b' },
      'a b c t / l1 l2 l3 l4 l5 l6',
    ],
    [
      'a root in the middle of another’s way is no detour',
      { links: 'a => b, b => t', footholds: 'a b' },
      'a b t / l1 l2',
    ],
    [
      'what is held beyond a target on the way to another',
      { links: 'a => t, t => u', critical: 't u' },
      'a t u / l1 l2',
    ],
    ['parallel links, each on its own', { links: 'a => b, a => b, b => t' }, 'a b t / l1 l2 l3'],
    ['a critical source, with no arc at all', { alone: 't', footholds: 't' }, 't / '],
    ['sources that lead nowhere do not light up', { links: 'a => b', critical: '' }, ' / '],
    [
      'dropping one arc lets another go: a loop with a loop of its own',
      { links: 'a => b, b => c, c => d, d => c, d => b, b => t' },
      'a b t / l1 l6',
    ],
  ])('[AN11] taken: %s', (_, said, expected) => {
    const { taken, reached } = routes({ footholds: 'a', ...said })
    expect(`${taken.components.join(' ')} / ${taken.links.join(' ')}`).toBe(expected)
    expect(reached).toEqual(NOTHING)
  })

  test.each<[string, Sketch, string, string]>([
    ['ways to the door', { links: 'a => b, b -> t' }, ' / ', 'a b t / l1 l2'],
    [
      'only what taken does not list',
      { links: 'a => b, b => t, b -> u', critical: 't u' },
      'a b t / l1 l2',
      'u / l3',
    ],
    [
      'a held target is no sink of this layer, yet may lie on a way',
      { links: 'a => t, t -> u, a => s, s => t', critical: 't u' },
      'a s t / l1 l3 l4',
      'u / l2',
    ],
    [
      'a door is nothing for a component that is not critical',
      { links: 'a -> b, a => t' },
      'a t / l2',
      ' / ',
    ],
    ['a door into what is held is no step', { links: 'a => t, t -> a' }, 'a t / l1', ' / '],
    ['every door of the same target', { links: 'a => b, a -> t, b -> t' }, ' / ', 'a b t / l1 l2 l3'],
    [
      'untrusted components that are not held lend nothing',
      { links: 'x -> t, a -> t', untrusted: 'x' },
      ' / ',
      'a t / l2',
    ],
  ])('[AN11] reached: %s', (_, said, inTaken, inReached) => {
    const { taken, reached } = routes({ footholds: 'a', ...said })
    expect(`${taken.components.join(' ')} / ${taken.links.join(' ')}`).toBe(inTaken)
    expect(`${reached.components.join(' ')} / ${reached.links.join(' ')}`).toBe(inReached)
  })

  const NODES = 8
  const node = fc.integer({ min: 0, max: NODES - 1 })
  const graph = fc.record({
    arcs: fc.array(fc.tuple(node, node), { maxLength: 22 }),
    roots: fc.uniqueArray(node, { maxLength: 3 }),
    sinks: fc.uniqueArray(node, { maxLength: 3 }),
  })

  check(
    '[AN11] the pruning is that of leaving nodes out one by one',
    graph,
    800,
    ({ arcs, roots, sinks }) => {
      const list = arcs.filter(([tail, head]) => tail !== head)
      const built = buildGraph(NODES, columnsOf(list))
      const alive = pruneArcs(built, new Uint8Array(list.length).fill(1), roots, sinks)
      const left = [...built.link].filter((_, arc) => alive[arc] === 1)
      const expected = prunedArcs(
        list.map(([tail, head], link) => ({
          from: `${tail}`,
          to: `${head}`,
          link: `${link}`,
          carries: 'control',
        })),
        new Set(roots.map(String)),
        new Set(sinks.map(String)),
      )
      expect(left.sort((a, b) => a - b)).toEqual(expected.map(({ link }) => Number(link)))
    },
  )
})
