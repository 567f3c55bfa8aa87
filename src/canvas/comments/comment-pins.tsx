import { useStore, ViewportPortal } from '@xyflow/react'
import {
  type CSSProperties,
  type KeyboardEvent,
  memo,
  type ReactNode,
  useCallback,
  useMemo,
  useRef,
  useState,
} from 'react'
import { grown } from '../../core/layout/geometry.ts'
import type { Bundle } from '../../core/layout/pins.ts'
import { windowOf } from '../../core/layout/viewing.ts'
import type { Model } from '../../core/model/records.ts'
import { closeComments, type Opened, openComments, useComments } from '../../state/comment-store.ts'
import type { Thread } from '../../state/comment-threads.ts'
import { useSession } from '../../state/session-store.ts'
import { initialsOf, inkOn } from '../../ui/avatar.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { Scene } from '../scene/scene.ts'
import classes from './comments.module.css'
import { describePin, isOpened, pinsIn, placeOf, unreadAmong } from './pins.ts'

/** In pixels: how far the view moves before it is looked over again which pins are in it. */
const STEP = 200
const MARGIN = 60

/**
 * The pins of comments. They keep their size at every zoom, lie in the drawing so that panning costs nothing, and are one tab
 * stop: arrows go from one to the next.
 */
export function CommentPins({ scene }: { scene: Scene }) {
  const opened = useComments((state) => state.opened)
  const showResolved = useComments((state) => state.showResolved)
  const seenKey = useStore(({ transform: [x, y, zoom], width, height }) => {
    const { at, size } = windowOf({ x, y, zoom }, [width, height], STEP)
    // Bundles change in steps of zoom, too, so that pins do not flicker from one to another.
    return [...at, ...size, 2 ** (Math.round(Math.log2(zoom) * 2) / 2)].join()
  })
  const { model, frames, routes } = scene
  const pins = useMemo(() => {
    const [x = 0, y = 0, width = 0, height = 0, zoom = 1] = seenKey.split(',').map(Number)
    const seen = grown({ at: [x, y], size: [width, height] }, MARGIN / zoom)
    return pinsIn({ model, frames, routes }, { opened, showResolved }, zoom, seen)
  }, [model, frames, routes, opened, showResolved, seenKey])

  const group = useRef<HTMLDivElement>(null)
  const [visited, setVisited] = useState<string | null>(null)
  const keyOf = ({ members }: Bundle<Thread>) => members[0]?.id ?? ''
  const stop = pins.some((pin) => keyOf(pin) === visited)
    ? visited
    : keyOf(pins[0] ?? { at: [0, 0], members: [] })
  const onKeyDown = useCallback((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    // Space and the named keys are not meant for what is selected on the canvas; a letter takes the next tool.
    if (event.key.length > 1 || event.key === ' ') event.stopPropagation()
    if (event.key === 'Escape') closeComments()
    const buttons = [...(group.current?.querySelectorAll<HTMLElement>('[data-pin]') ?? [])]
    const next = stepFrom(buttons.indexOf(event.target as HTMLElement), event.key, buttons.length)
    if (next === null) return
    event.preventDefault()
    buttons[next]?.focus()
  }, [])

  return (
    <ViewportPortal>
      <Unscaled>
        <div
          ref={group}
          role="group"
          aria-label="Comments on the canvas"
          className={classes.pins}
          data-canvas-ui=""
        >
          {pins.map((pin) => (
            <Pin
              key={keyOf(pin)}
              name={keyOf(pin)}
              x={pin.at[0]}
              y={pin.at[1]}
              threads={pin.members}
              model={model}
              opened={opened}
              isStop={keyOf(pin) === stop}
              onKeyDown={onKeyDown}
              onVisit={setVisited}
            />
          ))}
        </div>
        {opened?.kind === 'new' && <NewPin at={placeOf(scene, opened)} />}
      </Unscaled>
    </ViewportPortal>
  )
}

function stepFrom(at: number, key: string, count: number): number | null {
  if (at === -1) return null
  if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(count - 1, at + 1)
  if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(0, at - 1)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}

/** Undoes the zoom for what is in it; only this is drawn again while the zoom changes. */
function Unscaled({ children }: { children: ReactNode }) {
  const zoom = useStore(({ transform }) => transform[2])
  return (
    <div className={classes.layer} style={{ '--unscale': 1 / zoom } as CSSProperties}>
      {children}
    </div>
  )
}

type PinProps = Readonly<{
  name: string
  x: number
  y: number
  threads: readonly Thread[]
  model: Model
  opened: Opened | null
  isStop: boolean
  onKeyDown: (event: KeyboardEvent) => void
  onVisit: (name: string) => void
}>

const Pin = memo(function Pin({ name, x, y, threads, model, opened, isStop, onKeyDown, onVisit }: PinProps) {
  const me = useSession((session) => session.me.name)
  const unread = useComments((state) => unreadAmong(threads, state, me))
  const [thread] = threads
  if (thread === undefined) return null
  const isBundle = threads.length > 1
  const active = threads.some(({ id }) => isOpened(opened, id))
  const { colour, author, resolved } = thread.first
  const replies = isBundle ? 0 : thread.replies.length
  const open = () => {
    if (active) closeComments()
    else
      openComments(
        isBundle ? { kind: 'bundle', ids: threads.map(({ id }) => id) } : { kind: 'thread', id: name },
      )
  }
  return (
    <button
      type="button"
      className={classes.pin}
      style={
        {
          ...standAt(x, y),
          '--author': isBundle ? undefined : colour,
          '--ink': isBundle ? undefined : inkOn(colour),
        } as CSSProperties
      }
      data-pin={name}
      data-bundle={isBundle || undefined}
      data-resolved={(!isBundle && resolved !== null) || undefined}
      tabIndex={isStop ? 0 : -1}
      aria-label={describePin(model, threads, unread)}
      aria-haspopup="dialog"
      aria-expanded={active}
      onClick={open}
      onKeyDown={onKeyDown}
      onFocus={() => onVisit(name)}
    >
      {isBundle ? threads.length : resolved === null ? initialsOf(author) : <Icon name="check" size={15} />}
      {unread > 0 ? (
        <span className={classes.unread}>{unread}</span>
      ) : (
        replies > 0 && <span className={classes.replies}>{replies}</span>
      )}
    </button>
  )
})

/** Where the comment goes that is being written. */
function NewPin({ at }: { at: readonly [number, number] | null }) {
  const colour = useSession((session) => session.me.colour)
  if (at === null) return null
  return (
    <span
      className={classes.pin}
      style={{ ...standAt(at[0], at[1]), '--author': colour, '--ink': inkOn(colour) } as CSSProperties}
      data-new=""
      aria-hidden
    >
      <Icon name="add" size={15} />
    </span>
  )
}

/** The tip of a pin, its lower left corner, stands on the point. */
const standAt = (x: number, y: number): CSSProperties => ({
  transform: `translate(${x}px, ${y}px) scale(var(--unscale)) translateY(-100%)`,
})
