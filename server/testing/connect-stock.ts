import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Role } from '../../src/collab/doc/wire.ts'
import type { TestBoard, TestServer } from './start-test-server.ts'

export type StockClient = WebsocketProvider

const providers = new Set<StockClient>()

/** Joins a board with y-websocket's own client, synced. `closeStockClients` in `afterEach` ends it. */
export async function connectStock(
  server: TestServer,
  board: TestBoard,
  role: Role = 'editor',
  name = '',
  doc = new Y.Doc(),
): Promise<StockClient> {
  const provider = new WebsocketProvider(`${server.url.replace('http', 'ws')}/sync`, board.id, doc, {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    params: { ticket: await server.ticket(board, role, { name, colour: '' }) },
  })
  providers.add(provider)
  await synced(provider)
  return provider
}

/** Joins again with a fresh ticket after `disconnect`. */
export async function reconnectStock(
  provider: StockClient,
  server: TestServer,
  board: TestBoard,
  name = '',
): Promise<void> {
  provider.params = { ticket: await server.ticket(board, 'editor', { name, colour: '' }) }
  provider.connect()
  await synced(provider)
}

export function closeStockClients(clients: Iterable<StockClient> = [...providers]): void {
  for (const provider of clients) {
    provider.destroy()
    provider.awareness.destroy()
    providers.delete(provider)
  }
}

const synced = (provider: StockClient) =>
  new Promise<void>((resolve) => {
    if (provider.synced) resolve()
    else provider.once('sync', () => resolve())
  })
