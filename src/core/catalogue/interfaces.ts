import data from './data/interfaces.json' with { type: 'json' }
import { lazy, lookupById } from './lazy.ts'
import type { NetworkInterface } from './types.ts'

/** Every interface, in catalogue order. */
export const interfaces = data as readonly unknown[] as readonly NetworkInterface[]

/** The interface that `links[].interface` of a model names. */
export const interfaceById = lookupById(interfaces)

export type FittingInterface = {
  readonly interface: NetworkInterface
  /** The catalogue names the ends the other way round: its first, controlling end is the one asked for as `to`. */
  readonly reversed: boolean
}

// Ids hold no space, so that a pair of them joined by one is a key of its own.
const pairKey = (from: string, to: string): string => `${from} ${to}`

const interfacesByPair = lazy(() => {
  const byPair = new Map<string, NetworkInterface[]>()
  for (const item of interfaces) {
    for (const [from, to] of item.between) {
      const key = pairKey(from, to)
      const there = byPair.get(key)
      if (there) there.push(item)
      else byPair.set(key, [item])
    }
  }
  return byPair
})

/**
 * The interfaces that the catalogue knows between two functions, each once: those that name the ends in this order
 * first, then the reversed ones, each part in catalogue order. A null or unknown function has none.
 */
export const interfacesBetween = (from: string | null, to: string | null): readonly FittingInterface[] => {
  if (from === null || to === null) return []
  const direct = interfacesByPair().get(pairKey(from, to)) ?? []
  const opposite = interfacesByPair().get(pairKey(to, from)) ?? []
  return [
    ...direct.map((item) => ({ interface: item, reversed: false })),
    ...opposite.filter((item) => !direct.includes(item)).map((item) => ({ interface: item, reversed: true })),
  ]
}
