import type { Scene } from '../scene/scene.ts'
import { PeerCursors } from './peer-cursors.tsx'
import { PeerSelections } from './presence-layer.tsx'
import { useFollowing } from './use-follow.ts'

/** The others on the canvas. There to be loaded once there is somebody. */
export function Others({ scene }: { scene: Scene }) {
  useFollowing()
  return (
    <>
      <PeerSelections scene={scene} />
      <PeerCursors />
    </>
  )
}
