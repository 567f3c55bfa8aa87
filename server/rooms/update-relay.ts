import * as Y from 'yjs'
import { updateFrame } from './frames.ts'

type Told<Member> = Readonly<{ data: Uint8Array; from: Member | null }>

/**
 * Passes what members have written to the others, in one frame for all that has become durable at once: in a full room
 * most of the work is the number of frames. Who wrote a part hears of it again with the rest, which changes nothing
 * there; who wrote all of it hears nothing.
 */
export class UpdateRelay<Member extends { send(frame: Uint8Array): void }> {
  readonly #members: ReadonlySet<Member>
  #waiting: Told<Member>[] = []

  constructor(members: ReadonlySet<Member>) {
    this.#members = members
  }

  /** `from`: who knows it already. */
  pass(data: Uint8Array, from: Member | null): void {
    this.#waiting.push({ data, from })
    // A commit tells of all its rows before this runs.
    if (this.#waiting.length === 1) queueMicrotask(() => this.#tell())
  }

  #tell(): void {
    const waiting = this.#waiting
    this.#waiting = []
    const [first] = waiting
    if (first === undefined) return
    const updates = waiting.map(({ data }) => data)
    const frame = updateFrame(updates.length === 1 ? first.data : Y.mergeUpdates(updates))
    const only = waiting.every(({ from }) => from === first.from) ? first.from : null
    for (const member of this.#members) if (member !== only) member.send(frame)
  }
}
