import type { Store } from '../storage/store.ts'

type Held = 'append' | 'load' | 'compact'

/** A real store whose work a test can watch, hold back or make fail. */
export type ControlledStore = Store & {
  /** From now on work of this kind waits, until `release`. */
  hold(kind: Held): void
  release(): void
  /** Resolves when something waits. */
  readonly waiting: Promise<void>
  /** From now on work of this kind fails, `times` times; null ends that. */
  fail(kind: Held, error: Error | null, times?: number): void
  /** How often each kind has succeeded. */
  readonly done: Readonly<Record<Held, number>>
}

export function controlStore(store: Store): ControlledStore {
  const held = new Set<Held>()
  const errors = new Map<Held, { error: Error; times: number }>()
  const done = { append: 0, load: 0, compact: 0 }
  let gate = newSignal()
  let arrival = newSignal()
  const through = async <T>(kind: Held, work: () => Promise<T>): Promise<T> => {
    if (held.has(kind)) {
      arrival.give()
      await gate.given
    }
    const failure = errors.get(kind)
    if (failure !== undefined && failure.times-- > 0) throw failure.error
    const result = await work()
    done[kind]++
    return result
  }
  return {
    ...store,
    append: (rows) => through('append', () => store.append(rows)),
    load: (id) => through('load', () => store.load(id)),
    compact: (...args) => through('compact', () => store.compact(...args)),
    hold: (kind) => {
      held.add(kind)
    },
    release: () => {
      held.clear()
      gate.give()
      gate = newSignal()
      arrival = newSignal()
    },
    get waiting() {
      return arrival.given
    },
    fail: (kind, error, times = Infinity) => {
      if (error === null) errors.delete(kind)
      else errors.set(kind, { error, times })
    },
    done,
  }
}

function newSignal(): { given: Promise<void>; give: () => void } {
  let give = () => {}
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { given, give: () => give() }
}
