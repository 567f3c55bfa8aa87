import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { useView } from '../../state/view-store.ts'
import { useCanvas } from '../canvas-store.ts'
import { hueStyle } from '../paint/tints.ts'
import { LateCoverBadge } from './late-cover-badge.tsx'
import { NameEditor } from './name-editor.tsx'
import type { SegmentNodeType } from './node-types.ts'
import classes from './nodes.module.css'

/** Pointers go through it except on its title and border, so that what lies inside is as free as on the open canvas. */
export const SegmentNode = memo(function SegmentNode({ id, data, selected }: NodeProps<SegmentNodeType>) {
  const { segment, zone, cover } = data
  const renaming = useView((view) => view.renaming === id)
  const aimed = useCanvas(({ dropTarget }) => dropTarget === id)
  const name = segment.name === '' ? 'Unnamed' : segment.name
  return (
    <div
      className={classes.segment}
      style={hueStyle(segment.kind)}
      data-selected={selected || undefined}
      data-aimed={aimed || undefined}
    >
      <span className={classes.border} data-edge="left" />
      <span className={classes.border} data-edge="right" />
      <span className={classes.border} data-edge="bottom" />
      <div className={classes.title}>
        {renaming ? (
          <NameEditor kind="segments" id={id} name={segment.name} />
        ) : (
          <span className={classes.titleText}>{name}</span>
        )}
        {cover.cover !== null && <LateCoverBadge of={cover} inTitle />}
        {zone !== null && <span className={classes.zone}>{zone}</span>}
      </div>
    </div>
  )
})
