import { useStore, ViewportPortal } from '@xyflow/react'
import { memo } from 'react'
import { roundedPath } from '../../core/layout/routes/path.ts'
import { type PeopleState, usePeople } from '../../state/people-store.ts'
import { inkOn } from '../../ui/ink.ts'
import type { Scene } from '../scene/scene.ts'
import { previewsOf, showsPreviews } from './previews.ts'
import classes from './presence.module.css'

/** What the others have selected, outlined in their colours, and on a large board where they drag it. */
export function PeerSelections({ scene }: { scene: Scene }) {
  const selections = usePeople((state) => state.selections)
  const ghosts = usePeople((state) => (showsPreviews(scene.model) ? NOBODY : state.drags))
  if (selections.length === 0 && ghosts.length === 0) return null
  return (
    <ViewportPortal>
      <div className={classes.selections} aria-hidden>
        {selections.map((selection) => (
          <PeerSelection key={selection.client} selection={selection} scene={scene} />
        ))}
        {ghosts.length > 0 && <Ghosts drags={ghosts} scene={scene} />}
      </div>
    </ViewportPortal>
  )
}

const NOBODY: PeopleState['drags'] = []

const PeerSelection = memo(function PeerSelection({
  selection: { ids, colour, name, client },
  scene,
}: {
  selection: PeopleState['selections'][number]
  scene: Scene
}) {
  const frames = ids.flatMap((id) => scene.frames.get(id) ?? [])
  const lines = ids.flatMap((id) => scene.routes.get(id) ?? [])
  const [first, line] = [frames[0], lines[0]]
  const [x, y] =
    first !== undefined ? [first.at[0] + first.size[0], first.at[1]] : (line?.label ?? [null, null])
  return (
    <>
      <svg className={classes.lines}>
        {lines.map(({ points }) => {
          const path = roundedPath(points, 9)
          return <path key={path} d={path} stroke={colour} />
        })}
        {frames.map(({ id, at: [left, top], size }) => (
          <rect key={id} x={left} y={top} width={size[0]} height={size[1]} rx={8} stroke={colour} />
        ))}
      </svg>
      {x !== null && y !== null && <Tag client={client} name={name} colour={colour} x={x} y={y} />}
    </>
  )
})

/** A name at the upper right corner of what is selected. It keeps its size when the board is far away. */
function Tag({
  client,
  name,
  colour,
  x,
  y,
}: {
  client: number
  name: string
  colour: string
  x: number
  y: number
}) {
  const scale = useStore(({ transform }) => Math.max(1, 1 / transform[2]))
  return (
    <span
      className={classes.tag}
      data-peer-selection={client}
      style={{
        color: inkOn(colour),
        background: colour,
        transform: `translate(${x}px, ${y}px) scale(${scale}) translate(-100%, -100%)`,
      }}
    >
      {name}
    </span>
  )
}

function Ghosts({ drags, scene: { settled } }: { drags: PeopleState['drags']; scene: Scene }) {
  return (
    <svg className={classes.lines}>
      {drags.flatMap((drag) =>
        [...previewsOf([drag], settled)].flatMap(([id, by]) => {
          const frame = settled.get(id)
          if (frame === undefined) return []
          const [x, y] = [frame.at[0] + by[0], frame.at[1] + by[1]]
          return [
            <rect
              key={`${drag.client} ${id}`}
              className={classes.ghost}
              data-peer-ghost={id}
              x={x}
              y={y}
              width={frame.size[0]}
              height={frame.size[1]}
              rx={8}
              fill={drag.colour}
              stroke={drag.colour}
            />,
          ]
        }),
      )}
    </svg>
  )
}
