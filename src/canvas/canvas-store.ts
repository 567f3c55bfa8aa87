import { create } from 'zustand'
import type { Box } from '../core/layout/geometry.ts'
import type { Point } from '../core/model/records.ts'

/** Everything on the way of a gesture: nothing of it is written until it ends. Others see where a drag is, and nothing else. */
export type CanvasState = Readonly<{
  /** What is being moved, by itself and with all that stands in it, and how far. */
  drag: Readonly<{ roots: readonly string[]; delta: Point; copies: boolean }> | null
  /** The segment in which a drop would land. */
  dropTarget: string | null
  resizing: Readonly<{ id: string; frame: Box }> | null
  marquee: Box | null
  /** A link being drawn: its beginning, the pointer (null before the first move), the component under it. */
  connecting: Readonly<{ from: string; to: Point | null; over: string | null }> | null
  /** Two components that are to be joined: the list of interfaces is open, in pixels from the canvas' corner. */
  choosing: Readonly<{ from: string; to: string; at: Point }> | null
  hovered: string | null
  /** Where the context menu is open, in pixels from the canvas' corner. */
  menu: Point | null
}>

const AT_REST: CanvasState = {
  drag: null,
  dropTarget: null,
  resizing: null,
  marquee: null,
  connecting: null,
  choosing: null,
  hovered: null,
  menu: null,
}

export const useCanvas = create<CanvasState>()(() => AT_REST)

export const setCanvas = (change: Partial<CanvasState>): void => useCanvas.setState(change)

/** Forgets a gesture that ended or was given up. */
export const endGesture = (): void =>
  setCanvas({ drag: null, dropTarget: null, resizing: null, marquee: null, connecting: null })
