import type { Presence } from '../collab/doc/presence.ts'
import { type Marked, type Person, usePeople } from './people-store.ts'

/** Takes what is said now. `leaving` have gone without a word and may be back in a moment; they still count as people. */
export function showPeople(
  live: ReadonlyMap<number, Presence>,
  leaving: ReadonlyMap<number, Presence>,
  self: string | null,
): void {
  const before = usePeople.getState()
  const all = [...live]
  const everybody = [...all, ...[...leaving].filter(([client]) => !live.has(client))].sort(
    ([a], [b]) => a - b,
  )
  usePeople.setState({
    live,
    people: keep(before.people, peopleOf(everybody, self), samePerson),
    selections: keep(
      before.selections,
      marked(all, ({ selection }) => (selection.length === 0 ? null : { ids: selection })),
      sameMark,
    ),
    drags: keep(
      before.drags,
      marked(all, ({ drag }) => drag),
      sameDrag,
    ),
    lasers: all.some(([, { laser }]) => laser !== null),
  })
}

/** The newest words of the others, with the parts that are as before kept as they were. */
export function newer(before: Presence | undefined, now: Presence): Presence {
  if (before === undefined) return now
  const kept = <T>(old: T, next: T): T => (JSON.stringify(old) === JSON.stringify(next) ? old : next)
  return Object.fromEntries(
    Object.entries(now).map(([key, value]) => [key, kept<unknown>(before[key as keyof Presence], value)]),
  ) as Presence
}

function peopleOf(everybody: readonly (readonly [number, Presence])[], self: string | null): Person[] {
  const people = new Map<string, Person>()
  for (const [client, { user, name, colour, role }] of everybody) {
    const key = user ?? `client ${client}`
    const clients = [...(people.get(key)?.clients ?? []), client]
    people.set(key, { key, clients, name, colour, role, mine: user !== null && user === self })
  }
  return [...people.values()]
}

const marked = <T>(
  all: readonly (readonly [number, Presence])[],
  read: (presence: Presence) => T | null,
): (T & Pick<Marked, 'client' | 'name' | 'colour'>)[] =>
  all
    .flatMap(([client, presence]) => {
      const part = read(presence)
      return part === null ? [] : [{ client, name: presence.name, colour: presence.colour, ...part }]
    })
    .sort((a, b) => a.client - b.client)

function keep<T>(before: readonly T[], now: readonly T[], same: (a: T, b: T) => boolean): readonly T[] {
  const kept = now.map((item) => before.find((old) => same(old, item)) ?? item)
  return kept.length === before.length && kept.every((item, index) => item === before[index]) ? before : kept
}

const sameMark = (a: Marked, b: Marked) =>
  a.client === b.client && a.name === b.name && a.colour === b.colour && a.ids === b.ids
/** A drag that stays as it is keeps its list. */
const sameDrag = sameMark
const samePerson = (a: Person, b: Person) =>
  a.key === b.key &&
  a.name === b.name &&
  a.colour === b.colour &&
  a.role === b.role &&
  a.mine === b.mine &&
  a.clients.join() === b.clients.join()
