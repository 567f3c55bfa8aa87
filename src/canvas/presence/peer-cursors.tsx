import { useStoreApi } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { usePeople } from '../../state/people-store.ts'
import { inkOn } from '../../ui/ink.ts'
import classes from './presence.module.css'

/** Room for a name to the right of, and below, a pointer, in pixels. */
const NAME_WIDTH = 130
const NAME_HEIGHT = 40

/**
 * The others' pointers. They keep their size at every zoom, so they lie on the screen, not in the drawing. React makes one
 * for each person; they are moved by hand, at most once a frame.
 */
export function PeerCursors() {
  const people = usePeople((state) => state.people)
  const layer = useRef<HTMLDivElement>(null)
  const store = useStoreApi()

  useEffect(() => {
    let frame = 0
    let panned = false
    const draw = () => {
      frame = 0
      const { transform, width, height } = store.getState()
      const { live } = usePeople.getState()
      layer.current?.toggleAttribute('data-panned', panned)
      panned = false
      for (const element of layer.current?.children ?? []) {
        if (!(element instanceof HTMLElement)) continue
        const cursor = live.get(Number(element.dataset.peerCursor))?.cursor ?? null
        const [x, y] = (cursor ?? [0, 0]).map((part, axis) => part * transform[2] + (transform[axis] ?? 0))
        const seen = cursor !== null && isWithin(x, width) && isWithin(y, height)
        // One that comes back jumps: it has not been on the way.
        element.toggleAttribute('data-came', seen && element.hidden !== false)
        element.hidden = !seen
        if (!seen) continue
        element.toggleAttribute('data-left', (x ?? 0) > width - NAME_WIDTH)
        element.toggleAttribute('data-above', (y ?? 0) > height - NAME_HEIGHT)
        element.style.transform = `translate(${x}px, ${y}px)`
      }
    }
    const wake = () => {
      if (frame === 0) frame = requestAnimationFrame(draw)
    }
    const stops = [
      usePeople.subscribe((now, before) => now.live !== before.live && wake()),
      store.subscribe((now, before) => {
        if (now.transform === before.transform && now.width === before.width && now.height === before.height)
          return
        panned = true
        wake()
      }),
    ]
    wake()
    return () => {
      cancelAnimationFrame(frame)
      for (const stop of stops) stop()
    }
  }, [store])

  return (
    <div ref={layer} className={classes.cursors} aria-hidden>
      {people.flatMap(({ clients, name, colour }) =>
        clients.map((client) => (
          <div key={client} className={classes.cursor} data-peer-cursor={client} hidden>
            <svg width="16" height="18" viewBox="0 0 16 18">
              <path
                d="M1.5 1.2 14 8.6 8 10.2 4.9 15.8z"
                fill={colour}
                stroke="#fff"
                strokeWidth="1.2"
                strokeLinejoin="round"
              />
            </svg>
            <span style={{ background: colour, color: inkOn(colour) }}>{name}</span>
          </div>
        )),
      )}
    </div>
  )
}

const isWithin = (at: number | undefined, most: number): boolean => at !== undefined && at >= 0 && at <= most
