import { useEffect, useRef } from 'react'
import { execute, isEnabled } from '../../commands/execute.ts'
import { lookAtHop, nextHop, playHops, previousHop } from '../../commands/hops.ts'
import { ariaKeys, formatKeys } from '../../commands/keys.ts'
import { useEnabled } from '../../commands/use-enabled.ts'
import { setPlaying, useInquiry } from '../../state/inquiry-store.ts'
import { useSpotlight } from '../../state/spotlight-store.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import classes from './exposure-explanation.module.css'

const HOP_MS = 1200

/** Goes through the hops of the path on show, one by one or by themselves. */
export function HopControls({ hops }: { hops: number }) {
  const hop = useSpotlight((spotlight) => spotlight.hop)
  const playing = useInquiry((inquiry) => inquiry.playing)
  const box = useRef<HTMLDivElement>(null)
  usePlaying(playing, hop, box)
  return (
    <div ref={box} className={classes.hops} role="group" aria-label="Hop by hop">
      <HopButton command={previousHop} />
      <span className={classes.hopCount}>
        {hop === null ? `${hops} ${hops === 1 ? 'hop' : 'hops'}` : `${hop + 1} of ${hops}`}
      </span>
      <HopButton command={nextHop} />
      <ActionButton
        label={playing ? 'Stop' : playHops.label}
        icon={playing ? 'stop' : playHops.icon}
        onClick={() => execute(playHops)}
      />
    </div>
  )
}

function HopButton({ command }: { command: typeof nextHop }) {
  const enabled = useEnabled(command)
  return (
    <ActionButton
      label={command.label}
      icon={command.icon}
      keys={formatKeys(command.keys)}
      ariaKeys={ariaKeys(command.keys)}
      disabled={!enabled}
      onClick={() => execute(command)}
    />
  )
}

/** Goes on from hop to hop while that is wanted; anything that a person does stops it, and Escape does nothing else. */
function usePlaying(
  playing: boolean,
  hop: number | null,
  controls: Readonly<{ current: HTMLElement | null }>,
): void {
  useEffect(() => {
    if (!playing) return undefined
    const timer = setTimeout(() => {
      if (isEnabled(nextHop)) execute(lookAtHop, (hop ?? -1) + 1)
      else setPlaying(false)
    }, HOP_MS)
    return () => clearTimeout(timer)
  }, [playing, hop])
  useEffect(() => {
    if (!playing) return undefined
    const stop = (event: Event) => {
      const key = event instanceof KeyboardEvent ? event.key : null
      // The button there stops it by itself: stopped here already, it would start it again.
      const presses = key === null || key === 'Enter' || key === ' '
      if (presses && event.target instanceof Node && controls.current?.contains(event.target)) return
      setPlaying(false)
      if (key === 'Escape') {
        event.preventDefault()
        event.stopPropagation()
      }
    }
    const inputs = ['pointerdown', 'keydown', 'wheel'] as const
    for (const input of inputs) window.addEventListener(input, stop, { capture: true, passive: false })
    return () => {
      for (const input of inputs) window.removeEventListener(input, stop, { capture: true })
    }
  }, [playing, controls])
  useEffect(() => () => setPlaying(false), [])
}
