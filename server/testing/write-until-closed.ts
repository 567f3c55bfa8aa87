import { setImmediate as turn } from 'node:timers/promises'
import * as Y from 'yjs'
import type { RawClient } from './connect-raw.ts'

/** Writes note after note until the socket closes; resolves to the ids of those that were acknowledged. */
export async function writeUntilClosed(client: RawClient, name: string): Promise<string[]> {
  const written: { id: string; frame: number }[] = []
  while (client.socket.readyState === client.socket.OPEN) {
    const id = `${name}-${written.length}`
    client.doc.getMap('notes').set(id, new Y.Map([['text', id]]))
    written.push({ id, frame: client.sent })
    await turn()
    // Some of them run ahead of the acknowledgements, so that there is something to lose.
    if (client.sent - client.acknowledged > 20)
      await client.until(({ sent, acknowledged }) => sent - acknowledged < 10).catch(() => null)
  }
  await client.closed
  return written.flatMap(({ id, frame }) => (frame <= client.acknowledged ? [id] : []))
}
