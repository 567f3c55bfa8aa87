import { useStore, ViewportPortal } from '@xyflow/react'
import { memo } from 'react'
import { roundedPath } from '../../core/layout/routes/path.ts'
import { type Peer, useConnection } from '../../state/connection-store.ts'
import type { Scene } from '../scene/scene.ts'
import classes from './presence.module.css'

/** What the others have selected, outlined in their colours. */
export function PeerSelections({ scene }: { scene: Scene }) {
  const peers = useConnection((state) => state.peers)
  const selecting = peers.filter(({ selection }) => selection.length > 0)
  if (selecting.length === 0) return null
  return (
    <ViewportPortal>
      <div className={classes.selections} aria-hidden>
        {selecting.map((peer) => (
          <PeerSelection key={peer.client} peer={peer} scene={scene} />
        ))}
      </div>
    </ViewportPortal>
  )
}

const PeerSelection = memo(function PeerSelection({ peer, scene }: { peer: Peer; scene: Scene }) {
  const { selection, colour, name } = peer
  const frames = selection.flatMap((id) => scene.frames.get(id) ?? [])
  const lines = selection.flatMap((id) => scene.routes.get(id) ?? [])
  return (
    <>
      {lines.length > 0 && (
        <svg className={classes.lines}>
          {lines.map(({ points }) => {
            const path = roundedPath(points, 9)
            return <path key={path} d={path} stroke={colour} />
          })}
        </svg>
      )}
      {frames.map(({ id, at, size }, index) => (
        <div
          key={id}
          className={classes.outline}
          data-peer-selection={peer.client}
          style={{
            transform: `translate(${at[0]}px, ${at[1]}px)`,
            width: size[0],
            height: size[1],
            borderColor: colour,
          }}
        >
          {index === 0 && (
            <span className={classes.tag} style={{ background: colour }}>
              {name}
            </span>
          )}
        </div>
      ))}
      {frames.length === 0 && lines[0] !== undefined && (
        <span
          className={classes.tag}
          data-peer-selection={peer.client}
          style={{
            background: colour,
            transform: `translate(${lines[0].label[0]}px, ${lines[0].label[1] + 12}px)`,
          }}
        >
          {name}
        </span>
      )}
    </>
  )
})

/** The others' pointers. They keep their size at every zoom, so they lie on the screen, not in the drawing. */
export function PeerCursors() {
  const peers = useConnection((state) => state.peers)
  const pointing = peers.filter(({ cursor }) => cursor !== null)
  return pointing.length === 0 ? null : <Cursors peers={pointing} />
}

function Cursors({ peers }: { peers: readonly Peer[] }) {
  const [x, y, zoom] = useStore((state) => state.transform)
  return (
    <div className={classes.cursors} aria-hidden>
      {peers.map(({ client, cursor, name, colour }) => {
        const [left, top] = cursor ?? [0, 0]
        return (
          <div
            key={client}
            className={classes.cursor}
            data-peer-cursor={client}
            style={{ transform: `translate(${left * zoom + x}px, ${top * zoom + y}px)` }}
          >
            <svg width="16" height="18" viewBox="0 0 16 18">
              <path
                d="M1.5 1.2 14 8.6 8 10.2 4.9 15.8z"
                fill={colour}
                stroke="#fff"
                strokeWidth="1.2"
                strokeLinejoin="round"
              />
            </svg>
            <span style={{ background: colour }}>{name}</span>
          </div>
        )
      })}
    </div>
  )
}
