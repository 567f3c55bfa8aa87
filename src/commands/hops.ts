import type { AttackPath } from '../core/analysis/more-paths.ts'
import { setPlaying } from '../state/inquiry-store.ts'
import { nameOf } from '../state/record-names.ts'
import { exposureIn } from '../state/shown-path.ts'
import { setSpotlight } from '../state/spotlight-store.ts'
import { setView } from '../state/view-store.ts'
import { type Command, command, type Situation } from './command.ts'

/** The path of the exposure that is shown alone: its shown one, or another that this person chose. */
const pathOnShow = ({ analysis, selection, spotlight }: Situation): AttackPath | null =>
  spotlight.path ?? exposureIn(analysis.result, selection.exposure) ?? null

const hopCount = (now: Situation): number => pathOnShow(now)?.hops ?? 0

/** Looks at one hop, from 0, of the path on show; null looks at the whole path. */
export const lookAtHop: Command<number | null> = command({
  id: 'exposure.look-at-hop',
  label: 'Look at a hop',
  icon: 'exposure',
  group: 'exposure',
  role: 'viewer',
  when: (now) => hopCount(now) > 0,
  run: (context, hop) => {
    const { host, model, inquiry } = context
    const { path = [], links = [], hops = 0 } = pathOnShow(context) ?? {}
    setSpotlight({ hop })
    setView({ mode: 'exposure' })
    if (hop === null) {
      host.canvas?.reveal(path)
      return host.announce('The whole path')
    }
    const [from, to, link] = [path[hop] ?? '', path[hop + 1] ?? '', links[hop] ?? '']
    host.canvas?.reveal([from, to, link])
    // Hops that go by by themselves go faster than they can be heard.
    if (inquiry.playing) return
    host.announce(
      `Hop ${hop + 1} of ${hops}: ${nameOf(model, from)} to ${nameOf(model, to)} over ${nameOf(model, link)}`,
    )
  },
})

export const nextHop = command({
  id: 'exposure.next-hop',
  label: 'Next hop',
  icon: 'right',
  group: 'exposure',
  // Where brackets take a third modifier, as on many European keyboards, angle brackets do not.
  keys: [']', '>'],
  role: 'viewer',
  when: (now) => (now.spotlight.hop ?? -1) < hopCount(now) - 1,
  run: (context) => lookAtHop.run(context, (context.spotlight.hop ?? -1) + 1),
})

/** From the first hop back to the whole path. */
export const previousHop = command({
  id: 'exposure.previous-hop',
  label: 'Previous hop',
  icon: 'left',
  group: 'exposure',
  keys: ['[', '<'],
  role: 'viewer',
  when: (now) => now.spotlight.hop !== null && hopCount(now) > 0,
  run: (context) => {
    const { hop } = context.spotlight
    return lookAtHop.run(context, hop === null || hop === 0 ? null : hop - 1)
  },
})

/** Walks the hops one after another, or stops that. Where motion is unwelcome it goes one hop on, from the last to the first. */
export const playHops = command({
  id: 'exposure.play-hops',
  label: 'Play the hops',
  icon: 'play',
  group: 'exposure',
  role: 'viewer',
  when: (now) => hopCount(now) > 0,
  run: (context) => {
    const { inquiry, spotlight } = context
    if (inquiry.playing) return setPlaying(false)
    const next = (spotlight.hop ?? -1) + 1
    setPlaying(!motionIsUnwelcome())
    return lookAtHop.run(context, next < hopCount(context) ? next : 0)
  },
})

/** Shows another path of the exposure that is shown alone; null shows its shown one again. */
export const showPath: Command<AttackPath | null> = command({
  id: 'exposure.show-path',
  label: 'Show another path',
  icon: 'exposure',
  group: 'exposure',
  role: 'viewer',
  when: ({ selection }) => selection.exposure !== null,
  run: (context, path) => {
    setPlaying(false)
    setSpotlight({ path, hop: null })
    const ids =
      path?.path ?? pathOnShow({ ...context, spotlight: { ...context.spotlight, path } })?.path ?? []
    context.host.canvas?.reveal(ids)
    const words = path === null ? 'Shown path' : 'Another path'
    context.host.announce(`${words}: ${ids.map((id) => nameOf(context.model, id)).join(', then ')}`)
  },
})

const motionIsUnwelcome = (): boolean =>
  typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches
