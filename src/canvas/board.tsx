import { Background, ReactFlow, useReactFlow, useStore } from '@xyflow/react'
import {
  Suspense,
  useCallback,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { LEAST_ZOOM, MOST_ZOOM } from '../core/layout/viewing.ts'
import type { Point } from '../core/model/records.ts'
import { useComments } from '../state/comment-store.ts'
import { mayEdit, useConnection } from '../state/connection-store.ts'
import { useFollow } from '../state/follow-store.ts'
import { usePeople } from '../state/people-store.ts'
import { useSelection } from '../state/selection-store.ts'
import { useView } from '../state/view-store.ts'
import { late } from '../ui/late.ts'
import classes from './board.module.css'
import { useCanvasPort } from './canvas-port.ts'
import { useCanvas } from './canvas-store.ts'
import { ConnectionLine } from './connect/connection-line.tsx'
import { Connectors } from './connect/connectors.tsx'
import { Controls } from './controls/controls.tsx'
import { EmptyBoard } from './controls/empty-board.tsx'
import { Marquee } from './controls/marquee.tsx'
import { Minimap } from './controls/minimap.tsx'
import { Drawn, drawn } from './drawn.tsx'
import { buildEdges } from './edges/build-edges.ts'
import type { LinkEdgeType } from './edges/edge-types.ts'
import { LinkEdge } from './edges/link-edge.tsx'
import { LinkLabels } from './edges/link-labels.tsx'
import { dropHandlers } from './gestures/drop.ts'
import { usePointer } from './gestures/use-pointer.ts'
import { useFocus } from './keyboard/use-focus.ts'
import { useKeyboard, useSpaceHeld } from './keyboard/use-keyboard.ts'
import { buildNodes, SOLID } from './nodes/build-nodes.ts'
import { ComponentNode } from './nodes/component-node.tsx'
import type { BoardNode } from './nodes/node-types.ts'
import { NoteNode } from './nodes/note-node.tsx'
import { Pulls } from './nodes/pulls.tsx'
import { SegmentNode } from './nodes/segment-node.tsx'
import { OverviewCanvas } from './overview/overview-canvas.tsx'
import { usePublish } from './presence/use-publish.ts'
import { setCurrentScene } from './scene/current-scene.ts'
import { Keeper } from './scene/keeper.ts'
import { useScene } from './scene/use-scene.ts'
import { useVisible } from './scene/use-visible.ts'

// Nobody needs these before the first link is drawn, the menu asked for, somebody followed or pointed at.
const InterfaceChooser = late(async () => ({
  default: (await import('./connect/interface-chooser.tsx')).InterfaceChooser,
}))
// Nor these before the first comment.
const loadPins = async () => ({ default: (await import('./comments/comment-pins.tsx')).CommentPins })
const loadPopover = async () => ({ default: (await import('./comments/comment-popover.tsx')).CommentPopover })
const CommentPins = late(loadPins)
const CommentPopover = late(loadPopover)
const Others = late(async () => ({ default: (await import('./presence/others.tsx')).Others }))
const FollowFrame = late(async () => ({ default: (await import('./presence/follow-frame.tsx')).FollowFrame }))
const LaserLayer = late(async () => ({ default: (await import('./laser/laser-layer.tsx')).LaserLayer }))
const Legend = late(async () => ({ default: (await import('./legend/legend.tsx')).Legend }))
const BoardMenu = late(async () => ({ default: (await import('./controls/board-menu.tsx')).BoardMenu }))

const NODE_TYPES = {
  component: drawn(ComponentNode),
  segment: drawn(SegmentNode),
  note: drawn(NoteNode),
  anchor: () => null,
}
const EDGE_TYPES = { link: drawn(LinkEdge) }
const ZOOM_KEYS = ['Meta', 'Control']
/** Below these zooms labels, then pictures are left out, so that names can be large enough to read. */
const FAR = 0.6
const VERY_FAR = 0.42

/** `colour` is this person's. */
export function Board({ colour }: { colour: string }) {
  const scene = useScene()
  useLayoutEffect(() => setCurrentScene(scene), [scene])
  useEffect(() => () => setCurrentScene(null), [])
  const visible = useVisible(scene)
  // The painting stays until what takes its place is drawn, which may be hundreds of elements.
  const wasOverview = useDeferredValue(visible.overview)
  const overview = visible.overview || wasOverview
  const editable = useConnection(mayEdit)
  const selected = useSelection((state) => state.ids)
  const tool = useView((view) => view.tool)
  const hasLegend = useView((view) => view.legend)
  const hand = useSpaceHeld() || tool === 'hand'
  const distance = useStore(({ transform: [, , zoom] }) =>
    zoom < VERY_FAR ? 'very' : zoom < FAR ? 'far' : null,
  )
  const isDragging = useCanvas(({ drag, resizing }) => drag !== null || resizing !== null)

  const isReading = useComments(({ opened }) => opened !== null)
  useEffect(() => {
    // With the tool in hand the next click asks for them, and words are typed at once.
    if (tool === 'comment') void Promise.all([loadPins(), loadPopover()])
  }, [tool])
  const hasComments = isReading || scene.model.comments.length > 0

  const nodeKeeper = useMemo(() => new Keeper<BoardNode>(), [])
  const edgeKeeper = useMemo(() => new Keeper<LinkEdgeType>(), [])
  const nodes = useMemo(
    () => buildNodes(scene, visible, selected, nodeKeeper),
    [scene, visible, selected, nodeKeeper],
  )
  const edges = useMemo(
    () => buildEdges(scene, visible.links, visible.window, selected, edgeKeeper),
    [scene, visible.links, visible.window, selected, edgeKeeper],
  )

  const region = useRef<HTMLElement>(null)
  const root = useRef<HTMLDivElement>(null)
  const flow = useReactFlow()
  const toPoint = useCallback(
    ([x, y]: Point): Point => {
      const at = flow.screenToFlowPosition({ x, y })
      return [at.x, at.y]
    },
    [flow],
  )
  const toLocal = useCallback(
    ([x, y]: Point): Point => {
      const view = flow.getViewport()
      return [x * view.zoom + view.x, y * view.zoom + view.y]
    },
    [flow],
  )
  const pointer = usePointer(region, overview, hand || tool === 'laser')
  const drop = useMemo(() => dropHandlers(toPoint), [toPoint])
  const publish = usePublish()
  const hasOthers = usePeople(({ people }) => people.length > 0)
  const { show, focus } = useFocus(root, overview)
  const renaming = useView((view) => view.renaming)
  useEffect(() => {
    // A name can be typed only where it is drawn.
    if (renaming !== null) show(renaming)
  }, [renaming, show])
  const onKeyDown = useKeyboard({ root, focus, cancel: pointer.cancel, toLocal })
  const isEmpty = scene.settled.size === 0
  useCanvasPort(isEmpty)

  return (
    <section
      ref={region}
      className={classes.region}
      aria-label="Canvas"
      data-paint={scene.paint.mode}
      data-far={distance ?? undefined}
      data-overview={overview || undefined}
      data-large={visible.window !== null || undefined}
      data-tool={hand ? 'hand' : tool}
      data-dragging={isDragging || undefined}
      {...drop}
      onPointerDown={pointer.onPointerDown}
      onPointerMove={(event) => {
        pointer.onPointerMove(event)
        publish(toPoint([event.clientX, event.clientY]))
      }}
      onPointerUp={pointer.onPointerUp}
      onPointerCancel={pointer.onPointerCancel}
      onPointerOver={pointer.onPointerOver}
      onPointerLeave={() => {
        pointer.onPointerLeave()
        publish(null)
      }}
      onDoubleClick={pointer.onDoubleClick}
      onContextMenu={pointer.onContextMenu}
    >
      {overview && <OverviewCanvas scene={scene} />}
      <Drawn value={!overview}>
        <ReactFlow<BoardNode, LinkEdgeType>
          ref={root}
          className={classes.flow ?? ''}
          tabIndex={0}
          aria-label={describe(scene.model.components.length, scene.model.links.length)}
          onKeyDown={onKeyDown}
          nodes={nodes}
          edges={edges}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          minZoom={LEAST_ZOOM}
          maxZoom={MOST_ZOOM}
          zIndexMode="manual"
          onMoveStart={() => region.current?.setAttribute('data-moving', '')}
          onMoveEnd={() => region.current?.removeAttribute('data-moving')}
          elevateNodesOnSelect={false}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          disableKeyboardA11y
          deleteKeyCode={null}
          selectionKeyCode={null}
          multiSelectionKeyCode={null}
          panActivationKeyCode={null}
          zoomActivationKeyCode={ZOOM_KEYS}
          panOnScroll
          panOnDrag={hand ? [0, 1] : [1]}
          zoomOnDoubleClick={false}
          noPanClassName={hand ? 'pan-always' : SOLID}
          attributionPosition="top-right"
        >
          {distance === null && <Background className={classes.grid ?? ''} gap={24} size={1.2} />}
          {!overview && <LinkLabels edges={edges} />}
          <Connectors scene={scene} editable={editable && !hand} />
          <Pulls scene={scene} editable={editable && !hand} />
          <ConnectionLine scene={scene} />
          <Marquee />
          {hasComments && (
            <Suspense>
              <CommentPins scene={scene} />
            </Suspense>
          )}
        </ReactFlow>
      </Drawn>
      {hasOthers && (
        <Suspense>
          <Others scene={scene} />
        </Suspense>
      )}
      {isReading && (
        <Suspense>
          <CommentPopover scene={scene} />
        </Suspense>
      )}
      {isEmpty && <EmptyBoard editable={editable} />}
      <Controls />
      <Minimap scene={scene} />
      {hasLegend && (
        <Suspense>
          <Legend scene={scene} />
        </Suspense>
      )}
      <Asked colour={colour} />
    </section>
  )
}

function Asked({ colour }: { colour: string }) {
  const lasing = useView((view) => view.tool === 'laser')
  const seesLasers = usePeople((state) => state.lasers)
  const isFollowing = useFollow(({ followed }) => followed !== null)
  // It stays, so that a trail can fade after the laser is off.
  const [hasLasers, setHasLasers] = useState(false)
  if ((lasing || seesLasers) && !hasLasers) setHasLasers(true)
  const isChoosing = useCanvas(({ choosing }) => choosing !== null)
  const hasMenu = useCanvas(({ menu }) => menu !== null)
  return (
    <Suspense>
      {isChoosing && <InterfaceChooser />}
      {hasMenu && <BoardMenu />}
      {isFollowing && <FollowFrame />}
      {hasLasers && <LaserLayer colour={colour} />}
    </Suspense>
  )
}

const describe = (components: number, links: number): string =>
  `Diagram of ${components} ${components === 1 ? 'component' : 'components'} and ${links} ${links === 1 ? 'link' : 'links'}. Arrow keys walk through it.`
