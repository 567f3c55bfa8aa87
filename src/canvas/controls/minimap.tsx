import { useStore } from '@xyflow/react'
import { Suspense, useMemo } from 'react'
import { boundsOf } from '../../core/layout/frames.ts'
import { type Box, encloses } from '../../core/layout/geometry.ts'
import { seenBy } from '../../core/layout/viewing.ts'
import type { Scene } from '../scene/scene.ts'
import { late } from '../../ui/late.ts'

const MinimapPicture = late(async () => ({
  default: (await import('./minimap-picture.tsx')).MinimapPicture,
}))

/** From here on a board has so many elements that even a small picture of it costs too much. */
const TOO_MANY = 1500
/** A board of a few elements is seen at once. */
const TOO_FEW = 6
/** In pixels: on a canvas that is narrower it would lie over the tools, and over much of what is drawn. */
const LEAST_WIDTH = 560
const NOTHING: Box = { at: [0, 0], size: [1, 1] }

/** The whole board in a corner, while only a part of it is on the screen. A press or drag on it moves the view; by keyboard there are fit and zoom. */
export function Minimap({ scene }: { scene: Scene }) {
  const { settled } = scene
  const bounds = useMemo(() => boundsOf([...settled.values()]) ?? NOTHING, [settled])
  const isWhole = useStore(({ transform: [x, y, zoom], width, height }) =>
    encloses(seenBy({ x, y, zoom }, [width, height]), bounds),
  )
  const isCramped = useStore(({ width }) => width < LEAST_WIDTH)
  if (isWhole || isCramped || settled.size < TOO_FEW || settled.size > TOO_MANY) return null
  return (
    <Suspense>
      <MinimapPicture scene={scene} around={bounds} />
    </Suspense>
  )
}
