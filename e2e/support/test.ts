import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, expect, type Page, test as base } from '@playwright/test'
import type { Model } from '../../src/core/model/records.ts'
import { launchOptions } from '../../scripts/browser.ts'
import { BoardView } from './board-view.ts'

type Role = 'owner' | 'editor' | 'commenter' | 'viewer'
export type Board = Readonly<{
  id: string
  keys: Readonly<Record<Role, string>>
  link: (role?: Role) => string
}>

type Server = Readonly<{ url: string; createBoard: (content: { title: string } | Model) => Promise<Board> }>

type PerTest = {
  /** A second person: another browser process with a page of its own. */
  otherPage: Page
  open: (page: Page, board: Board, role?: Role) => Promise<BoardView>
}
type PerWorker = { server: Server; otherBrowser: Browser }

/** The built server on a port of its own with an empty data folder, as `npm start` runs it. */
export const test = base.extend<PerTest, PerWorker>({
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that a function needs from its first parameter
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'ringfence-e2e-'))
      const child = spawn(process.execPath, ['dist/node/server.js'], {
        env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const url = await addressOf(child)
      await use({ url, createBoard: async (content) => await createBoard(url, content) })
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  otherBrowser: [
    async ({ playwright }, use) => {
      const browser = await playwright.chromium.launch(launchOptions())
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  otherPage: async ({ otherBrowser, contextOptions }, use) => {
    const context = await otherBrowser.newContext(contextOptions)
    await use(await context.newPage())
    await context.close()
  },
  // oxlint-disable-next-line no-empty-pattern -- as above
  open: async ({}, use) => {
    await use(async (page, board, role = 'editor') => {
      await page.goto(board.link(role))
      const view = new BoardView(page)
      await view.ready()
      return view
    })
  },
})

export { expect }

async function addressOf(child: ChildProcess): Promise<string> {
  return await new Promise((resolve, reject) => {
    let output = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const url = /https?:\/\/[\d.]+:\d+/.exec(output)?.[0]
      if (url !== undefined) resolve(url)
    })
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${output}`)))
  })
}

async function createBoard(url: string, content: { title: string } | Model): Promise<Board> {
  const response = await fetch(`${url}/api/boards`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(content),
  })
  expect(response.status, await response.clone().text()).toBe(201)
  const { id, keys } = (await response.json()) as Pick<Board, 'id' | 'keys'>
  return { id, keys, link: (role = 'editor') => `${url}/b/${id}#k=${keys[role]}` }
}
