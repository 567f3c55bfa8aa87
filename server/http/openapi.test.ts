import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterEach, expect, it } from 'vitest'
import { emptyModel } from '../../src/core/model/records.ts'
import { startTestServer, stopTestServers } from '../testing/start-test-server.ts'
import { OPENAPI } from './openapi.ts'

afterEach(stopTestServers)

type Operation = { responses: Record<string, { content?: Record<string, { schema?: object }> }> }
const PATHS = OPENAPI.paths as unknown as Record<string, Record<string, Operation>>
const METHODS = ['get', 'post', 'put', 'patch', 'delete']

it('describes every route under /api that takes something, and no other', async () => {
  const { url, routes } = await startTestServer()
  const known = routes.filter((route) => route.url.startsWith('/api/') && route.method !== 'HEAD')
  const answers = await Promise.all(
    known.map(async ({ method, url: path }) => {
      const { status } = await fetch(`${url}${path.replace(/:\w+/g, 'x')}`, { method })
      return { route: `${method} ${path.replace(/:(\w+)/g, '{$1}')}`, isRefused: status === 405 }
    }),
  )
  const taken = answers.filter(({ isRefused }) => !isRefused).map(({ route }) => route)
  const described = Object.entries(PATHS).flatMap(([path, item]) =>
    METHODS.filter((method) => method in item).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(taken.toSorted()).toEqual(described.toSorted())
  expect(answers.some(({ isRefused }) => isRefused)).toBe(true)
})

it('says what the server answers', async () => {
  const { url } = await startTestServer()
  const ajv = new Ajv2020({ strict: false })
  ajv.addSchema(OPENAPI, 'openapi')
  const seen = new Set<string>()

  const call = async (method: string, path: string, key: string | null, init: RequestInit = {}) => {
    const template = Object.keys(PATHS).find((each) =>
      new RegExp(`^${each.replace(/\{\w+\}/g, '[^/]+').replaceAll('.', '\\.')}$`).test(
        path.split('?')[0] ?? '',
      ),
    )
    const operation = PATHS[template ?? '']?.[method.toLowerCase()]
    if (operation === undefined) throw new Error(`${method} ${path} is not described`)
    const headers = new Headers(init.headers)
    if (key !== null) headers.set('authorization', `Bearer ${key}`)
    const response = await fetch(`${url}${path}`, {
      method,
      ...init,
      headers,
    })
    const described = operation.responses[response.status] ?? operation.responses['default']
    if (response.status < 400) expect(Object.keys(operation.responses)).toContain(String(response.status))
    const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? ''
    const schema = described?.content?.[type]?.schema
    seen.add(`${method} ${template} ${response.status < 400 ? 'done' : 'refused'}`)
    if (response.status === 204) return null
    if (described?.content !== undefined) expect(Object.keys(described.content)).toContain(type)
    const body: unknown = type.includes('json') ? await response.json() : await response.text()
    if (schema !== undefined) {
      const resolved = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi#/')) as object
      const validate = ajv.compile(resolved)
      validate(body)
      expect({ path, errors: validate.errors }).toEqual({ path, errors: null })
    }
    return body
  }
  const json = (value: unknown): RequestInit => ({
    body: JSON.stringify(value),
    headers: { 'content-type': 'application/json' },
  })

  await call('GET', '/api/openapi.json', null)
  const { id, keys } = (await call('POST', '/api/boards', null, json({ title: 'Described' }))) as {
    id: string
    keys: { owner: string; viewer: string }
  }
  const at = `/api/boards/${id}`
  await call('POST', '/api/boards', null, json({ titel: 'x' }))
  await call('POST', '/api/boards', null, json({ ...emptyModel(), links: [{ id: 'l', from: 5 }] }))
  await call('POST', `${at}/copies`, keys.viewer, json({ title: 'Copy' }))
  await call('GET', `${at}/model`, keys.viewer)
  await call('GET', `${at}/state`, keys.viewer)
  await call('POST', `${at}/tickets`, keys.viewer, json({ name: 'Ada' }))
  const made = (await call('POST', `${at}/links`, keys.owner, json({ role: 'editor' }))) as {
    link: { id: string }
  }
  await call('GET', `${at}/links`, keys.owner)
  await call('GET', `${at}/links`, keys.viewer)
  await call('DELETE', `${at}/links/${made.link.id}`, keys.owner)
  await call('GET', `${at}/export?format=ringfence`, keys.viewer)
  await call('GET', `${at}/export?format=none`, keys.viewer)
  await call('POST', `${at}/import`, keys.owner, { body: JSON.stringify(emptyModel('In')) })
  await call('POST', `${at}/import`, keys.viewer, { body: '{}' })
  await call('DELETE', at, keys.owner)
  await call('GET', `${at}/model`, keys.viewer)
  await call('POST', `${at}/restore`, keys.owner)
  const described = Object.entries(PATHS).flatMap(([path, item]) =>
    METHODS.filter((method) => method in item).map((method) => `${method.toUpperCase()} ${path} done`),
  )
  expect([...seen].filter((each) => each.endsWith('done')).toSorted()).toEqual(described.toSorted())
})
