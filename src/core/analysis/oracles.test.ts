import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { analyse } from './analyse-whole.ts'
import { buildGraph, range } from './graph.ts'
import { buildNetwork, type Edges } from './flow-network.ts'
import { sendByLevels } from './level-flow.ts'
import { morePaths } from './more-paths.ts'
import { extractWalks } from './walks.ts'
import { analyseCore, makeEngine } from './analyse.ts'
import { separatingSet } from './separating-set.ts'
import { columnsOf } from './testing/columns.ts'
import { normalisedOf } from './testing/model-of.ts'
import { sendByTrees } from './tree-flow.ts'

/** Graph answers that others stand behind, which lie beside the checkout and are read in place. */
const FOLDER = new URL('../../../../shared/oracles/', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8')
const missing = !existsSync(FOLDER)
const needing = missing ? ' (skipped: ../shared/oracles is not there)' : ''

const TODAY = { date: '2026-11-23' }

type Topology = Readonly<{
  graph: string
  n: number
  links: readonly (readonly [number, number])[]
  s: number
  t: number
  hops: number
  links_on_some_simple_path: readonly (readonly [number, number])[]
  min_edge_cut: number
  min_vertex_cut: number
  choke_nodes: readonly number[]
  /** Null for the largest, where nobody has computed them. */
  k10_hops: readonly number[] | null
}>

const KERNELS = [
  ['trees', sendByTrees],
  ['levels', sendByLevels],
] as const

type Edge = readonly [from: number, to: number, room: number]

const edgesOf = (edges: readonly Edge[]): Edges => ({
  from: edges.map(([from]) => from),
  to: edges.map(([, to]) => to),
  there: edges.map(([, , room]) => room),
  back: edges.map(() => 0),
})

/** Control one way and access the other, with every component weak: steps both ways along each link. */
const modelOfTopology = ({ n, links, s, t }: Topology) =>
  normalisedOf({
    policy: { access: 'assume' },
    components: Array.from({ length: n }, (_, id) => ({
      id: `${id}`,
      criticality: id === t ? 'critical' : 'low',
    })),
    links: links.map(([from, to]) => ({
      id: nameOf(from, to),
      from: `${from}`,
      to: `${to}`,
      carries: 'control',
    })),
    risks: [{ id: 'r', on: { component: `${s}` }, propagation: 'foothold' }],
  })

const nameOf = (a: number, b: number): string => `${Math.min(a, b)}-${Math.max(a, b)}`

describe.skipIf(missing)(`operator topologies${needing}`, () => {
  const cases = missing ? [] : (JSON.parse(read('topology_zoo.json')) as { cases: Topology[] }).cases

  test('[AN10] the shown path has the fewest hops', () => {
    expect(cases).toHaveLength(275)
    for (const topology of cases) {
      const { exposures } = analyseCore(modelOfTopology(topology), TODAY)
      expect([topology.graph, exposures[0]?.hops]).toEqual([topology.graph, topology.hops])
    }
  })

  test('[AN11] the routes are exactly the links on some simple path', () => {
    let total = 0
    for (const topology of cases) {
      const { taken } = analyseCore(modelOfTopology(topology), TODAY).routes
      const expected = topology.links_on_some_simple_path.map(([a, b]) => nameOf(a, b)).sort()
      expect([topology.graph, taken.links]).toEqual([topology.graph, expected])
      total += taken.links.length
    }
    expect(total).toBeGreaterThan(8000)
  })

  test('[AN10] the ten shortest loopless paths have the lengths that they should', () => {
    const answered = cases.filter(({ k10_hops }) => k10_hops !== null)
    expect(answered).toHaveLength(274)
    for (const topology of answered) {
      const examined = makeEngine()(modelOfTopology(topology).model, TODAY)
      const paths = morePaths(examined, { risk: 'r', target: `${topology.t}` }, 10)
      expect([topology.graph, paths.map(({ hops }) => hops)]).toEqual([topology.graph, topology.k10_hops])
    }
  })

  test('[AN12] choke nodes', () => {
    for (const topology of cases.filter(({ n }) => n <= 60)) {
      const { components } = analyse(modelOfTopology(topology), TODAY).chokePoints
      const nodes = components.map(({ id }) => Number(id)).filter((id) => id !== topology.s)
      const expected = topology.choke_nodes.toSorted((a, b) => a - b)
      expect([topology.graph, nodes.sort((a, b) => a - b)]).toEqual([topology.graph, expected])
    }
  })

  test('[AN12] the size of the separating set', () => {
    for (const topology of cases) {
      const { standing, compiled } = makeEngine()(modelOfTopology(topology).model, TODAY)
      const size = separatingSet(standing, compiled).length
      expect([topology.graph, size]).toEqual([topology.graph, topology.min_edge_cut])
    }
  })

  test.each(KERNELS)('[AN12] %s find the smallest vertex cut', (_, send) => {
    for (const { graph, n, links, s, t, min_vertex_cut: expected } of cases) {
      if (links.some(([a, b]) => nameOf(a, b) === nameOf(s, t))) continue
      const inside = Array.from({ length: n }, (_, node): Edge => {
        return [node, node + n, node === s || node === t ? n : 1]
      })
      const between = links.flatMap(([a, b]): Edge[] => [
        [a + n, b, n],
        [b + n, a, n],
      ])
      const network = buildNetwork(2 * n, edgesOf([...inside, ...between]))
      expect([graph, send(network, s, t + n)]).toEqual([graph, expected])
    }
  })
})

type AttackGraph = Readonly<{
  nodes: readonly unknown[]
  arcs: readonly (readonly [number, number, string])[]
  sources: readonly number[]
  targets: readonly number[]
  exposed_sources: number
  exposed_pairs: number
  walk_arcs: number
}>

describe.skipIf(missing)(`an attack graph${needing}`, () => {
  const graph = missing ? null : (JSON.parse(read('bloodhound_ad.json')) as AttackGraph)

  test('[AN9] exposed sources and pairs', () => {
    const targets = new Set(graph?.targets)
    const { exposures } = analyseCore(
      normalisedOf({
        components: (graph?.nodes ?? []).map((_, id) => ({
          id: `${id}`,
          criticality: targets.has(id) ? 'critical' : 'low',
        })),
        links: (graph?.arcs ?? []).map(([from, to], index) => ({
          id: `l${index}`,
          from: `${from}`,
          to: `${to}`,
          carries: 'control',
          direction: 'forward',
        })),
        risks: (graph?.sources ?? []).map((id) => ({
          id: `r${id}`,
          on: { component: `${id}` },
          propagation: 'foothold',
        })),
      }),
      TODAY,
    )
    expect(exposures).toHaveLength(graph?.exposed_pairs ?? 0)
    expect(new Set(exposures.map(({ source }) => source)).size).toBe(graph?.exposed_sources)
  })

  test('[AN11] pairs joined by arcs on walks from a source to a target', () => {
    const arcs = graph?.arcs ?? []
    const built = buildGraph(graph?.nodes.length ?? 0, columnsOf(arcs))
    const everyArc = new Uint8Array(arcs.length).fill(1)
    const onWalks = extractWalks(
      built,
      everyArc,
      graph?.sources ?? [],
      graph?.targets ?? [],
      range(built.nodeCount),
    ).arcs
    const pairs = Array.from(onWalks, (arc) => `${built.tail[arc]} ${built.head[arc]}`)
    expect(new Set(pairs).size).toBe(graph?.walk_arcs)
  })
})

describe.skipIf(missing)(`maximum flows${needing}`, () => {
  const networks = [
    ['gl1.max', 156_545],
    ['gw1.max', 1_202_018],
    ['wlm3.max', 11_875_108],
  ] as const
  const cases = networks.flatMap(([file, flow]) =>
    KERNELS.map(([kernel, send]) => [file, flow, kernel, send] as const),
  )

  test.each(cases)('[AN12] %s: %i by %s', (file, expected, _, send) => {
    const lines = read(file)
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
    const nodeCount = Number(lines.find(([kind]) => kind === 'p')?.[2])
    const end = (which: string) =>
      Number(lines.find(([kind, , name]) => kind === 'n' && name === which)?.[1]) - 1
    const edges = lines
      .filter(([kind]) => kind === 'a')
      .map(([, from, to, room]): Edge => [Number(from) - 1, Number(to) - 1, Number(room)])
    expect(send(buildNetwork(nodeCount, edgesOf(edges)), end('s'), end('t'))).toBe(expected)
  })
})
