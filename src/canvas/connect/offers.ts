import { interfaces, interfacesBetween } from '../../core/catalogue/interfaces.ts'
import type { NetworkInterface } from '../../core/catalogue/types.ts'
import type { Component } from '../../core/model/records.ts'
import { PLANE_NAMES } from '../../core/paint/labels.ts'

/** One way to join two components. `reversed`: the second is the controlling end, so the link begins there. */
export type Offer = Readonly<{
  /** Id of the interface; null for a link of one's own. */
  interface: string | null
  name: string
  detail: string
  reversed: boolean
}>

export type Offers = Readonly<{ fitting: readonly Offer[]; others: readonly Offer[] }>

const MOST_OTHERS = 40

/**
 * What two components can be joined by: the interfaces that the catalogue knows between their functions, and, once
 * something is typed, all others that match it.
 */
export function offersFor(from: Component, to: Component, typed: string): Offers {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const matches = (text: string) => words.every((word) => text.toLowerCase().includes(word))
  const fits = interfacesBetween(from.function, to.function)
  const fitting = fits
    .filter((fit) => matches(textOf(fit.interface)))
    .map((fit) => offerOf(fit.interface, fit.reversed))
  if (words.length === 0) return { fitting, others: [] }
  const known = new Set(fits.map((fit) => fit.interface.id))
  const startsWith = (item: NetworkInterface) => item.name.toLowerCase().startsWith(words[0] ?? '')
  const others = interfaces
    .filter((item) => !known.has(item.id) && matches(textOf(item)))
    .sort((a, b) => Number(startsWith(b)) - Number(startsWith(a)))
    .slice(0, MOST_OTHERS)
    .map((item) => offerOf(item, false))
  return { fitting, others }
}

export const OWN: Offer = {
  interface: null,
  name: 'Own link',
  detail: 'Not in the catalogue',
  reversed: false,
}

const textOf = ({ name, protocol, plane }: NetworkInterface): string => `${name} ${protocol} ${plane}`
const offerOf = ({ id, name, protocol, plane }: NetworkInterface, reversed: boolean): Offer => ({
  interface: id,
  name,
  detail: `${PLANE_NAMES[plane]} · ${protocol}`,
  reversed,
})
