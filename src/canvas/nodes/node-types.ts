import type { Node } from '@xyflow/react'
import type { Component, Note, Segment } from '../../core/model/records.ts'
import type { ComponentPaint, CoverPaint } from '../../core/paint/marks.ts'

type ComponentData = {
  component: Component
  functionName: string | null
  vendor: string | null
  paint: ComponentPaint
}
type SegmentData = { segment: Segment; zone: string | null; cover: CoverPaint }
type NoteData = { note: Note }

export type ComponentNodeType = Node<ComponentData, 'component'>
export type SegmentNodeType = Node<SegmentData, 'segment'>
export type NoteNodeType = Node<NoteData, 'note'>
/** What links are fastened to. */
type AnchorNodeType = Node<Record<string, never>, 'anchor'>
export type BoardNode = ComponentNodeType | SegmentNodeType | NoteNodeType | AnchorNodeType
