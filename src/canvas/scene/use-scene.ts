import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import {
  boardFrames,
  type BoardFrames,
  movedFrames,
  type Moves,
  movesOf,
} from '../../core/layout/board-frames.ts'
import { indexById } from '../../core/model/lookup.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { useCheckMarks } from '../../state/check-store.ts'
import { useBoard } from '../../state/board-store.ts'
import { type PeerDrag, usePeople } from '../../state/people-store.ts'
import { useSelection } from '../../state/selection-store.ts'
import { useSpotlight } from '../../state/spotlight-store.ts'
import { type Mode, useView } from '../../state/view-store.ts'
import { inSlices } from '../in-slices.ts'
import { type CanvasState, useCanvas } from '../canvas-store.ts'
import { type Asked, paintOf } from '../paint/paint.ts'
import { previewsOf, showsPreviews } from '../presence/previews.ts'
import { routeLinkOf } from './route-link.ts'
import { RouteBook } from './route-book.ts'
import type { Scene } from './scene.ts'

const NO_DRAGS: readonly PeerDrag[] = []

function useCoveragePaint(mode: Mode): Asked['drawCoverage'] {
  const [draw, setDraw] = useState<Asked['drawCoverage']>(null)
  useEffect(() => {
    if (mode === 'coverage')
      void import('../paint/coverage.ts').then(({ drawCoverage }) => setDraw(() => drawCoverage))
  }, [mode])
  return draw
}

/** The scene, each part of it made anew only when something that it depends on has changed. */
export function useScene(): Scene {
  const model = useBoard((state) => state.model)
  const result = useAnalysis((state) => state.result)
  const attack = useAnalysis((state) => state.routes)
  const before = useAnalysis((state) => state.before)
  const spotlight = useSpotlight()
  // What is not marked may come piece by piece without painting anew.
  const chokePoints = useAnalysis((state) => (spotlight.chokePoints ? state.chokePoints : null))
  const separatingSet = useAnalysis((state) => (spotlight.separatingSet ? state.separatingSet : null))
  const mode = useView((state) => state.mode)
  const drawCoverage = useCoveragePaint(mode)
  const shown = useSelection((state) => state.exposure)
  const drag = useCanvas((state) => state.drag)
  const resizing = useCanvas((state) => state.resizing)
  const { segments, components, notes, links } = model
  const others = usePeople((state) => (showsPreviews(model) ? state.drags : NO_DRAGS))
  const [routeBook] = useState(() => new RouteBook())

  const settled = useMemo(
    () => routeBook.ground(boardFrames({ segments, components, notes })),
    [routeBook, segments, components, notes],
  )
  const [linesDrawn, setLinesDrawn] = useState(0)
  const settledRoutes = useMemo(() => {
    const wanted = links.map(routeLinkOf).filter((link) => link !== null)
    return routeBook.settled(wanted, settled)
    // oxlint-disable-next-line react/exhaustive-deps -- `linesDrawn` says that the book has lines which it had not
  }, [routeBook, links, settled, linesDrawn])
  useEffect(
    () =>
      routeBook.isDrawing
        ? inSlices(
            (hasTime) => routeBook.goOn(hasTime),
            () => setLinesDrawn((times) => times + 1),
          )
        : undefined,
    [routeBook, settledRoutes],
  )
  const theirs = useMemo(() => previewsOf(others, settled), [others, settled])
  const moves = useMemo(() => movesOfAll(settled, theirs, drag), [settled, theirs, drag])
  const frames = useMemo(() => withGesture(settled, moves, resizing), [settled, moves, resizing])
  const routes = useMemo(
    () => (moves.size === 0 ? settledRoutes : routeBook.shifted(frames, moves)),
    [routeBook, settledRoutes, frames, moves],
  )
  // An answer may mark thousands of records: React draws them in pieces, and what a person does meanwhile goes first.
  const seen = useDeferredValue(
    useMemo(
      () => ({ result, routes: attack, before, chokePoints, separatingSet }),
      [result, attack, before, chokePoints, separatingSet],
    ),
  )
  const findings = useDeferredValue(useCheckMarks(({ marks }) => marks))
  const paint = useMemo(
    () => paintOf(seen, indexById(links), { mode, drawCoverage, shown, spotlight, findings }),
    [seen, links, mode, drawCoverage, shown, spotlight, findings],
  )
  return useMemo(() => ({ model, settled, frames, routes, paint }), [model, settled, frames, routes, paint])
}

/** What is moved here goes where it is moved here, whoever else has hold of it. */
const movesOfAll = (frames: BoardFrames, theirs: Moves, drag: CanvasState['drag']): Moves =>
  drag === null ? theirs : new Map([...theirs, ...movesOf(frames, drag.roots, drag.delta)])

function withGesture(settled: BoardFrames, moves: Moves, resizing: CanvasState['resizing']): BoardFrames {
  const frames = moves.size === 0 ? settled : movedFrames(settled, moves)
  const frame = resizing === null ? undefined : frames.get(resizing.id)
  if (resizing === null || frame === undefined) return frames
  return new Map(frames).set(resizing.id, { ...frame, ...resizing.frame })
}
