import { useStore } from '@xyflow/react'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { addComment } from '../../commands/threads.ts'
import { execute } from '../../commands/execute.ts'
import type { Model, Point } from '../../core/model/records.ts'
import {
  closeComments,
  draftKey,
  keepDraft,
  openComments,
  type Opened,
  useComments,
} from '../../state/comment-store.ts'
import { authorInWords, placeInWords, threadIn } from '../../state/comment-threads.ts'
import { ago } from '../../ui/ago.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { useNow } from '../../ui/use-now.ts'
import type { Scene } from '../scene/scene.ts'
import classes from './comments.module.css'
import { Composer } from './composer.tsx'
import { placeOf } from './pins.ts'
import { CloseButton, ThreadView } from './thread-view.tsx'

/** What is open beside a pin: a thread, the choice among several, or a comment being written. */
export function CommentPopover({ scene }: { scene: Scene }) {
  const opened = useComments((state) => state.opened)
  const { model } = scene
  if (opened === null) return null
  if (opened.kind === 'new') {
    const place = placeInWords(model, opened)
    return (
      <Popover
        key={draftKey(opened)}
        label={`New comment on ${place}`}
        at={placeOf(scene, opened)}
        pin={null}
      >
        <NewComment opened={opened} place={place} />
      </Popover>
    )
  }
  const ids = opened.kind === 'thread' ? [opened.id] : opened.ids
  const threads = ids.flatMap((id) => threadIn(model, id) ?? [])
  const [thread] = threads
  // Deleted, or its comment taken back, while it was open.
  if (thread === undefined) return null
  const at = placeOf(scene, thread.first)
  return opened.kind === 'thread' ? (
    <Popover
      key={thread.id}
      label={`Comments on ${placeInWords(model, thread.first)}`}
      at={at}
      pin={thread.id}
    >
      <ThreadView model={model} thread={thread} />
    </Popover>
  ) : (
    <Popover key={ids.join()} label={`${threads.length} threads`} at={at} pin={thread.id}>
      <Choice model={model} ids={ids} />
    </Popover>
  )
}

const WIDTH = 320
const GAP = 12
const PIN_SIZE = 28
const EDGE = 8

/** Beside the pin, on the side with more room, always wholly on the canvas. Escape closes it and gives the focus back. */
function Popover(props: { label: string; at: Point | null; pin: string | null; children: ReactNode }) {
  const { label, at, pin, children } = props
  const box = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(0)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const observer = new ResizeObserver(() => setHeight(element.offsetHeight))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const place = useStore(({ transform: [x, y, zoom], width, height: most }) => {
    if (at === null) return `${Math.round((width - WIDTH) / 2)} 48`
    const [left, top] = [at[0] * zoom + x, at[1] * zoom + y]
    const [after, before] = [left + PIN_SIZE + GAP, left - WIDTH - GAP]
    const fitsBeside = after + WIDTH + EDGE <= width || before >= EDGE
    const beside = after + WIDTH + EDGE <= width ? after : before
    const within = (value: number, size: number, room: number) =>
      Math.round(Math.max(EDGE, Math.min(room - size - EDGE, value)))
    // On a narrow canvas it goes below the pin, which it would cover otherwise.
    return fitsBeside
      ? `${within(beside, WIDTH, width)} ${within(top - PIN_SIZE - 4, height, most)}`
      : `${within(left - WIDTH / 2, WIDTH, width)} ${within(top + GAP, height, most)}`
  })
  const [left, top] = place.split(' ').map(Number)

  // What had the focus before anything in here takes it.
  const [from] = useState(() => document.activeElement)
  useEffect(() => {
    // Where nothing in it has taken the focus, it does itself.
    if (box.current?.contains(document.activeElement) === false) box.current.focus({ preventScroll: true })
  }, [])
  const close = () => {
    const region = box.current?.closest('section')
    const button = pin === null ? null : region?.querySelector<HTMLElement>(`[data-pin="${CSS.escape(pin)}"]`)
    const back = from instanceof HTMLElement && from.isConnected && from !== document.body ? from : button
    closeComments()
    ;(back ?? region?.querySelector<HTMLElement>('.react-flow'))?.focus({ preventScroll: true })
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves a dialog from anywhere in it
    <div
      ref={box}
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      className={classes.popover}
      style={{ width: WIDTH, transform: `translate(${left ?? 0}px, ${top ?? 0}px)` }}
      data-canvas-ui=""
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.stopPropagation()
        close()
      }}
    >
      {children}
    </div>
  )
}

function NewComment({ opened, place }: { opened: Opened & { kind: 'new' }; place: string }) {
  const key = draftKey(opened)
  const draft = useComments((state) => state.drafts[key] ?? '')
  const { on, at } = opened
  return (
    <>
      <header className={classes.head}>
        <span className={classes.place}>On {place}</span>
        <CloseButton />
      </header>
      <Composer
        label="Comment"
        placeholder="What should the others look at?"
        send="Comment"
        text={draft}
        focused
        onType={(text) => keepDraft(key, text)}
        onSend={(text) => execute(addComment, { on, at, text })}
      />
    </>
  )
}

/** Threads whose pins lie on each other. */
function Choice({ model, ids }: { model: Model; ids: readonly string[] }) {
  const now = useNow()
  const threads = ids.flatMap((id) => threadIn(model, id) ?? [])
  return (
    <>
      <header className={classes.head}>
        <span className={classes.place}>{threads.length} threads here</span>
        <CloseButton />
      </header>
      <ul className={classes.choice}>
        {threads.map(({ id, first, replies, latest }) => (
          <li key={id}>
            <button
              type="button"
              className={classes.option}
              onClick={() => openComments({ kind: 'thread', id })}
            >
              <Avatar name={authorInWords(first)} colour={first.colour} />
              <span className={classes.body}>
                <span className={classes.by}>
                  <span className={classes.author}>{authorInWords(first)}</span>
                  <span className={classes.time}>{ago(latest === '' ? null : latest, now)}</span>
                </span>
                <span className={classes.excerpt}>{first.text}</span>
                <span className={classes.time}>
                  {placeInWords(model, first)}
                  {replies.length > 0 &&
                    ` · ${replies.length === 1 ? '1 reply' : `${replies.length} replies`}`}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
