import type { Page } from '@playwright/test'
import { managedCore } from './support/models.ts'
import { expect, test } from './support/test.ts'

/** Joins a board from the page with bare sockets that move their pointers, each `hz` times a second, until the page goes. */
async function crowd(page: Page, tickets: readonly string[], address: string, hz: number): Promise<void> {
  await page.evaluate(
    async ([sockets, url, rate]) => {
      const varint = (value: number): number[] =>
        value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))]
      const text = (value: string) => {
        const bytes = new TextEncoder().encode(value)
        return [...varint(bytes.length), ...bytes]
      }
      await Promise.all(
        sockets.map(async (ticket, index) => {
          const socket = new WebSocket(`${url}?ticket=${ticket}`)
          await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }))
          let clock = 0
          const say = () => {
            clock++
            const state = {
              cursor: [(clock * 3 + index * 20) % 300, (clock * 2 + index * 9) % 200],
              selection: ['amf'],
            }
            const entry = [1, ...varint(1_000 + index), ...varint(clock), ...text(JSON.stringify(state))]
            socket.send(new Uint8Array([1, ...varint(entry.length), ...entry]))
          }
          say()
          setInterval(say, 1000 / rate)
        }),
      )
    },
    [tickets, address, hz] as const,
  )
}

test('twenty moving pointers draw nothing of React anew', async ({ page, otherPage, server, open }) => {
  await page.addInitScript(() => {
    const counted = { commits: 0 }
    Object.assign(window, {
      counted,
      // React tells it of every commit, in production as well.
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        inject: () => 1,
        onCommitFiberRoot: () => counted.commits++,
        onCommitFiberUnmount: () => undefined,
        onPostCommitFiberRoot: () => undefined,
      },
    })
  })
  const board = await server.createBoard(managedCore())
  await open(page, board)
  const tickets = await Promise.all(
    Array.from({ length: 20 }, async (_, index) => {
      const headers = { authorization: `Bearer ${board.keys.editor}`, 'content-type': 'application/json' }
      const answer = await fetch(`${server.url}/api/boards/${board.id}/tickets`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ name: `Peer ${index}` }),
      })
      return ((await answer.json()) as { ticket: string }).ticket
    }),
  )
  await otherPage.goto(`${server.url}/healthz`)
  await crowd(otherPage, tickets, `${server.url.replace('http', 'ws')}/sync/${board.id}`, 20)
  await expect(page.locator('[data-peer-cursor]:not([hidden])')).toHaveCount(20)
  // Their coming has been told once, and then there is quiet for a while.
  await expect(page.getByTestId('announcer')).toContainText('Peer')
  const counts = await page.evaluate(async () => {
    const { counted } = window as unknown as { counted: { commits: number } }
    const cursors = [...document.querySelectorAll<HTMLElement>('[data-peer-cursor]')]
    const before = { commits: counted.commits, places: cursors.map(({ style }) => style.transform) }
    let frames = 0
    const begun = performance.now()
    await new Promise<void>((resolve) => {
      const tick = () => {
        frames++
        if (performance.now() - begun > 3_000) resolve()
        else requestAnimationFrame(tick)
      }
      requestAnimationFrame(tick)
    })
    const moved = cursors.filter(({ style }, index) => style.transform !== before.places[index]).length
    return { all: before.commits, commits: counted.commits - before.commits, moved, frames: frames / 3 }
  })
  console.info(
    `20 pointers for 3 s: ${counts.commits} commits of React, ${Math.round(counts.frames)} frames a second`,
  )
  expect(counts.all).toBeGreaterThan(0)
  expect(counts.moved).toBe(20)
  expect(counts.commits).toBe(0)
})
