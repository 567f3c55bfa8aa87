import { mkdirSync, writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  newDataDir,
  startTestServer,
  stopTestServers,
  type TestServer,
} from '../testing/start-test-server.ts'

const PAGE = '<!doctype html><title>Ringfence</title>'
const SCRIPT = 'export const answer = 42\n'.repeat(100)

let server: TestServer
beforeEach(async () => {
  const appDir = newDataDir()
  mkdirSync(join(appDir, 'assets'))
  writeFileSync(join(appDir, 'index.html'), PAGE)
  writeFileSync(join(appDir, 'icon.svg'), '<svg/>')
  writeFileSync(join(appDir, 'assets', 'index-a1b2c3.js'), SCRIPT)
  writeFileSync(join(appDir, 'assets', 'index-a1b2c3.js.br'), brotliCompressSync(SCRIPT))
  writeFileSync(join(appDir, '..', 'secret.txt'), 'secret')
  server = await startTestServer({ appDir })
})
afterEach(stopTestServers)

/** `fetch` asks every cache on the way for a fresh answer, which hides what is tested here. */
const request = (path: string, headers: Record<string, string>) =>
  new Promise<IncomingMessage>((resolve) => get(`${server.url}${path}`, { headers }, resolve))

describe('the app', () => {
  it.each(['/', '/b/abc', '/b/abc?x=1'])('is the answer at %s, asked for anew each time', async (path) => {
    const response = await fetch(`${server.url}${path}`)
    expect([response.status, await response.text()]).toEqual([200, PAGE])
    expect(response.headers.get('content-type')).toMatch(/^text\/html/)
    expect(response.headers.get('cache-control')).toBe('public, no-cache')
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'")
    const etag = response.headers.get('etag') ?? ''
    expect((await request(path, { 'if-none-match': etag })).statusCode).toBe(304)
  })

  it('sends hashed assets compressed, and for ever', async () => {
    const response = await request('/assets/index-a1b2c3.js', { 'accept-encoding': 'br' })
    expect(response.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    expect(response.headers['content-type']).toMatch(/javascript/)
    expect(brotliDecompressSync(await buffer(response)).toString()).toBe(SCRIPT)
    const plain = await fetch(`${server.url}/icon.svg`, { headers: { 'accept-encoding': 'identity' } })
    expect([plain.headers.get('content-type'), plain.headers.get('cache-control')]).toEqual([
      'image/svg+xml',
      'public, no-cache',
    ])
  })

  it.each(['/b/abc/def', '/board', '/..%2fsecret.txt', '/assets/..%2f..%2fsecret.txt', '/assets/'])(
    'is not at %s',
    async (path) => {
      const response = await fetch(`${server.url}${path}`)
      expect([response.status, await response.json()]).toMatchObject([404, { error: { code: 'not-found' } }])
    },
  )
})
