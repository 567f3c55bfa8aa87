import * as decoding from 'lib0/decoding'
import { MESSAGE_SYNC, SYNC_STEP_2, SYNC_UPDATE } from '../doc/wire.ts'

/** Tells a write (sync step 2 or update) from the other frames that the provider sends. */
export function isWrite(frame: Uint8Array): boolean {
  const decoder = decoding.createDecoder(frame)
  if (decoding.readVarUint(decoder) !== MESSAGE_SYNC) return false
  const type = decoding.readVarUint(decoder)
  return type === SYNC_STEP_2 || type === SYNC_UPDATE
}

/** How many changes somebody has made so far, and how many of these the server has stored. */
export type Made = Readonly<{ made: number; stored: number }>

/**
 * Counts which local changes the server has stored. The server acknowledges write frames of one connection by their
 * running number; each frame sent is remembered with the number of the last change that it carries.
 *
 * Until the first step 2 of a connection has gone out, an update may lack what was changed offline before it, so its
 * acknowledgement proves nothing: such frames are remembered as carrying no change.
 */
export class WriteCounter {
  private changes = 0
  private stored = 0
  /** Of the changes that are not stored, those that were made before this tab was opened, or by another one. */
  private adopted = 0
  private adoptedBy = 0
  private made = 0
  private sent: number[] = []
  private acknowledged = 0
  private complete = false

  get pending(): number {
    return this.changes - this.stored
  }

  /** Changes of this tab alone. */
  get own(): Made {
    return { made: this.made, stored: this.made - (this.pending - this.adopted) }
  }

  changed(): void {
    this.changes++
    this.made++
  }

  /** Takes over changes from elsewhere that the document holds now. Between two connections: a step 2 is to carry them. */
  adopt(count: number): void {
    if (count === 0) return
    this.changes += count
    this.adopted += count
    this.adoptedBy = this.changes
  }

  connectionOpened(): void {
    this.sent = []
    this.acknowledged = 0
    this.complete = false
  }

  frameSent(frame: Uint8Array): void {
    if (!isWrite(frame)) return
    if (frame[1] === SYNC_STEP_2) this.complete = true
    this.sent.push(this.complete ? this.changes : this.stored)
  }

  /** `count` frames of this connection are durable. */
  framesStored(count: number): void {
    const newly = this.sent.splice(0, count - this.acknowledged)
    this.acknowledged = Math.max(this.acknowledged, count)
    const last = newly.at(-1)
    if (last !== undefined) this.stored = Math.max(this.stored, last)
    if (this.stored >= this.adoptedBy) this.adopted = 0
  }
}
