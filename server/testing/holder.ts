import type { TestServer } from './start-test-server.ts'

export type Answer = Readonly<{ status: number; body: Record<string, unknown> }>

/** Asks the API about a board as the holder of a key does, and resolves to whatever it answers. */
export const asHolder =
  (server: Pick<TestServer, 'url'>, board: string, key: string) =>
  async (method: string, path = '', body?: unknown): Promise<Answer> => {
    const response = await fetch(`${server.url}/api/boards/${board}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Answer['body']) }
  }
