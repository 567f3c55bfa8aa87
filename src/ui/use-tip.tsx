import { type PointerEvent, type ReactNode, Suspense, useEffect, useState } from 'react'
import { late } from './late.ts'

const LateTip = late(async () => ({ default: (await import('./late-tip.tsx')).LateTip }))

/**
 * Shows a label beside an element while the pointer rests on it, after `delay` ms. `rests` goes to the element, `tip` beside
 * it. What draws and places labels is loaded when the first is wanted.
 */
export function useTip(label: ReactNode, delay = 0) {
  const [target, setTarget] = useState<HTMLElement | null>(null)
  const [shown, setShown] = useState(false)
  useEffect(() => {
    if (target === null) return undefined
    const timer = setTimeout(() => setShown(true), delay)
    return () => {
      clearTimeout(timer)
      setShown(false)
    }
  }, [target, delay])
  const leave = () => setTarget(null)
  const rests = {
    onPointerEnter: (event: PointerEvent<HTMLElement>) => {
      if (event.pointerType !== 'touch') setTarget(event.currentTarget)
    },
    onPointerLeave: leave,
    onPointerDown: leave,
  }
  const tip = shown && target !== null && (
    <Suspense>
      <LateTip target={target} label={label} onClose={leave} />
    </Suspense>
  )
  return { rests, tip }
}
