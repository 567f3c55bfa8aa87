import { expect, test } from 'vitest'
import { boardFrames } from '../../core/layout/board-frames.ts'
import { component, note, segment } from '../../core/layout/testing/boards.ts'
import { BLANK_LINK } from '../../core/model/blank.ts'
import { emptyModel, type Model } from '../../core/model/records.ts'
import { buildEdges } from '../edges/build-edges.ts'
import type { LinkEdgeType } from '../edges/edge-types.ts'
import { NO_COMPONENT_PAINT, NO_LINK_PAINT, type Paint } from '../../core/paint/marks.ts'
import { Keeper } from '../scene/keeper.ts'
import type { Scene } from '../scene/scene.ts'
import { ANCHOR, buildNodes } from './build-nodes.ts'
import type { BoardNode } from './node-types.ts'

const model: Model = {
  ...emptyModel(),
  segments: [segment('s', null, [100, 100], [400, 300])],
  components: [
    { ...component('a', 's', [20, 40]), name: 'AMF 1', function: 'amf', vendor: 'v', product: 'CoreX' },
    component('b', null, [700, 100]),
  ],
  vendors: [{ id: 'v', name: 'Acme', restricted: false }],
  notes: [note('n', 's', [10, 200], [100, 50])],
  links: [{ ...BLANK_LINK, id: 'l', from: 'b', to: 'a', interface: 'n2' }],
}

function sceneOf(marked: 'taken' | 'reached' | null, records: Model = model): Scene {
  const frames = boardFrames(records)
  const paint: Paint = {
    mode: marked === null ? 'plain' : 'routes',
    components: new Map(
      marked === null ? [] : [['a', { ...NO_COMPONENT_PAINT, mark: marked, standing: marked, risks: 2 }]],
    ),
    links: new Map(marked === null ? [] : [['l', { ...NO_LINK_PAINT, mark: marked }]]),
    segments: new Map(),
  }
  const routes = new Map([
    [
      'l',
      {
        points: [
          [700, 132],
          [288, 132],
        ] as const,
        label: [500, 132] as const,
      },
    ],
  ])
  return { model: records, settled: frames, frames, routes, paint }
}

const nodesOf = (scene: Scene, keeper: Keeper<BoardNode>, selected: readonly string[] = []) =>
  buildNodes(scene, { frames: [...scene.frames.values()] }, new Set(selected), keeper).filter(
    (node) => node !== ANCHOR,
  )
const edgesOf = (scene: Scene, keeper: Keeper<LinkEdgeType>) =>
  buildEdges(scene, scene.model.links, null, new Set(), keeper)

test('parents come before children, whose places are relative to them; sizes are given', () => {
  const nodes = nodesOf(sceneOf(null), new Keeper())
  expect(nodes.map(({ id, parentId }) => [id, parentId])).toEqual([
    ['s', undefined],
    ['a', 's'],
    ['b', undefined],
    ['n', 's'],
  ])
  expect(nodes[1]).toMatchObject({ position: { x: 20, y: 40 }, width: 168, height: 64 })
})

test('a component says in words what it shows', () => {
  expect(nodesOf(sceneOf('taken'), new Keeper())[1]?.ariaLabel).toBe(
    'AMF 1, AMF, critical, Acme CoreX, 2 live risks, taken',
  )
  expect(edgesOf(sceneOf('taken'), new Keeper())[0]?.ariaLabel).toBe(
    'N2, from b to AMF 1, signalling plane, both ways, taken',
  )
})

test('what is on a route carries its layer, and nothing else does', () => {
  const exposureOf = (element: { domAttributes?: object }) =>
    Object.entries(element.domAttributes ?? {}).find(([name]) => name === 'data-exposure')?.[1]
  expect(nodesOf(sceneOf('reached'), new Keeper()).map(exposureOf)).toEqual([
    undefined,
    'reached',
    undefined,
    undefined,
  ])
  expect(edgesOf(sceneOf('taken'), new Keeper()).map(exposureOf)).toEqual(['taken'])
  expect(edgesOf(sceneOf(null), new Keeper()).map(exposureOf)).toEqual([undefined])
})

test('nodes and edges stay the same objects until what they show changes', () => {
  const [keeper, edges] = [new Keeper<BoardNode>(), new Keeper<LinkEdgeType>()]
  const [scene, marked] = [sceneOf(null), sceneOf('taken')]
  const before = nodesOf(scene, keeper)
  const edgeBefore = edgesOf(scene, edges)[0]
  const renamed = {
    ...model,
    components: [model.components[0], { ...component('b', null, [700, 100]), name: 'B' }],
  } as Model
  const after = nodesOf({ ...scene, model: renamed }, keeper)
  expect(after.map((node, index) => node === before[index])).toEqual([true, true, false, true])
  expect(nodesOf(marked, keeper).map((node, index) => node === after[index])).toEqual([
    true,
    false,
    false,
    true,
  ])
  expect(edgesOf(scene, edges)[0]).toBe(edgeBefore)
  expect(edgesOf(marked, edges)[0]).not.toBe(edgeBefore)
})

test('links are fastened to something that is not drawn, whichever of their ends are in view', () => {
  const scene = sceneOf(null)
  expect(buildNodes(scene, { frames: [] }, new Set(), new Keeper())).toEqual([ANCHOR])
  expect(ANCHOR).toMatchObject({ hidden: true, handles: [{ type: 'source' }, { type: 'target' }] })
  expect(edgesOf(scene, new Keeper())).toMatchObject([{ source: ANCHOR.id, target: ANCHOR.id }])
})
