import { mkdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, expect, it } from 'vitest'
import { newDataDir, startTestServer, stopTestServers } from '../testing/start-test-server.ts'

afterEach(stopTestServers)

/** What OWASP's list and helmet's defaults ask for; Strict-Transport-Security is for whoever speaks TLS. */
const WANTED: Readonly<Record<string, RegExp>> = {
  'content-security-policy': /default-src 'none';.*frame-ancestors 'none'/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'origin-agent-cluster': /^\?1$/,
  'permissions-policy': /camera=\(\).*microphone=\(\)/,
  'referrer-policy': /^no-referrer$/,
  'x-content-type-options': /^nosniff$/,
  'x-dns-prefetch-control': /^off$/,
  'x-frame-options': /^DENY$/,
  'x-permitted-cross-domain-policies': /^none$/,
}

it.each([
  ['the app', '/', 200],
  ['a script of it', '/assets/index-a1b2c3.js', 200],
  ['a board’s page', '/b/abc', 200],
  ['health', '/healthz', 200],
  ['an API answer', '/api/boards/x/model', 401],
  ['a wrong method', '/api/boards', 405],
  ['a path that is none', '/nothing', 404],
])('%s has every header', async (_what, path, status) => {
  const appDir = newDataDir()
  mkdirSync(join(appDir, 'assets'))
  writeFileSync(join(appDir, 'index.html'), '<!doctype html>')
  writeFileSync(join(appDir, 'assets', 'index-a1b2c3.js'), 'export {}')
  const { url } = await startTestServer({ appDir })
  const response = await fetch(`${url}${path}`)
  expect(response.status).toBe(status)
  for (const [name, value] of Object.entries(WANTED)) expect(response.headers.get(name), name).toMatch(value)
  for (const name of ['server', 'x-powered-by']) expect(response.headers.get(name)).toBe(null)
})

it.each(['GET /api/boards/%E0%A4%A/model HTTP/1.1\r\nHost: x\r\nConnection: close', 'HELLO'])(
  'an answer to %j is JSON that no page can use',
  async (request) => {
    const { url } = await startTestServer()
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.write(`${request}\r\n\r\n`)
    const answer = (await text(socket)).toLowerCase()
    expect(answer).toContain("content-security-policy: default-src 'none';frame-ancestors 'none'")
    expect(answer).toContain('x-content-type-options: nosniff')
    expect(answer).toContain('cross-origin-resource-policy: same-origin')
  },
)
