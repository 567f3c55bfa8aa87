import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect } from 'react'
import { type View, viewAs, viewBetween } from '../../core/layout/viewing.ts'
import { leaderOf, stopFollowing, useFollow } from '../../state/follow-store.ts'
import { usePeople } from '../../state/people-store.ts'

/** How much of the way to the other's view is left after so long. */
const HALF_MS = 60
/** In pixels: as near as this is there. */
const NEAR = 0.5

/** Takes the view along with whom this person follows, until anything else moves it. */
export function useFollowing(): void {
  const flow = useReactFlow()
  const store = useStoreApi()
  useEffect(() => {
    let frame = 0
    let before = 0
    let ours = false

    const target = (): View | null => {
      const { followed } = useFollow.getState()
      const { live, self } = usePeople.getState()
      const leader = followed === null ? null : leaderOf(followed.client, self, live)
      const view = leader === null ? null : (live.get(leader)?.view ?? null)
      const { width, height } = store.getState()
      return view === null || width < 1 || height < 1 ? null : viewAs(view, [view.w, view.h], [width, height])
    }
    const show = (view: View) => {
      ours = true
      void flow.setViewport(view)
      ours = false
    }
    const step = (now: number) => {
      frame = 0
      const to = target()
      if (to === null) return
      const [from, { width, height }] = [flow.getViewport(), store.getState()]
      if (isNear(from, to)) return
      const part = reducesMotion() ? 1 : 1 - 0.5 ** ((now - before) / HALF_MS)
      const next = viewBetween(from, to, [width, height], part)
      before = now
      show(isNear(next, to) ? to : next)
      frame = requestAnimationFrame(step)
    }
    const look = () => {
      if (useFollow.getState().followed === null || frame !== 0) return
      before = performance.now()
      frame = requestAnimationFrame(step)
    }
    const stops = [
      useFollow.subscribe(look),
      usePeople.subscribe((now, then) => now.live !== then.live && look()),
      store.subscribe((now, then) => {
        if (now.transform !== then.transform && !ours) stopFollowing()
        else if (now.width !== then.width || now.height !== then.height) look()
      }),
    ]
    return () => {
      cancelAnimationFrame(frame)
      for (const stop of stops) stop()
    }
  }, [flow, store])
}

const isNear = (a: View, b: View): boolean =>
  Math.abs(a.x - b.x) < NEAR && Math.abs(a.y - b.y) < NEAR && Math.abs(a.zoom / b.zoom - 1) < 1e-3

const reducesMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches
