import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { checkLayers } from './layers.ts'
import { readModules } from './read.ts'
import { ROWS } from './table.ts'

const trees: string[] = []

afterEach(() => {
  for (const tree of trees.splice(0)) rmSync(tree, { recursive: true })
})

/** A small repository on disk: `files` by path, beside npm packages that hold nothing. */
function treeOf(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'ringfence-layers-'))
  trees.push(root)
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const packages = [
    'zod',
    'yjs',
    'lib0',
    'react',
    '@xyflow/react',
    '@mantine/core',
    'y-websocket',
    'ws',
    'vitest',
  ]
  for (const name of packages) {
    write(
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, type: 'module', exports: './index.js' }),
    )
    write(`node_modules/${name}/index.js`, '')
  }
  const dependencies = { zod: '1', yjs: '1', lib0: '1', ws: '1' }
  const devDependencies = Object.fromEntries(
    packages.filter((n) => !(n in dependencies)).map((n) => [n, '1']),
  )
  write('package.json', JSON.stringify({ type: 'module', dependencies, devDependencies }))
  for (const [path, text] of Object.entries(files)) write(path, text)
  return root
}

async function problemsOf(files: Record<string, string>): Promise<string[]> {
  return (await checkLayers(treeOf(files))).problems
}

const leaf = 'export const leaf = 1'
const leafUrl = `'../ui/leaf.ts'`

test('this repository keeps to the table', async () => {
  const { problems, read, onDisk } = await checkLayers(process.cwd())
  expect(problems).toEqual([])
  expect(onDisk).toBeGreaterThan(0)
  expect(read).toBe(onDisk)
}, 60_000)

test('a tree that keeps to the table has no problems, and every module of it was read', async () => {
  const result = await checkLayers(
    treeOf({
      'src/core/model/a.ts': "import { z } from 'zod'\nexport const a = z",
      'src/core/model/a.test.ts':
        "import fs from 'node:fs'\nimport 'vitest'\nimport { a } from './a.ts'\nvoid [a, fs]",
      'src/core/analysis/b.ts': "import { a } from '../model/a.ts'\nexport const b = a",
      'src/collab/doc/c.ts':
        "import * as Y from 'yjs'\nimport { b } from '../../core/analysis/b.ts'\nexport const c = [Y, b]",
      'src/panels/one/d.tsx':
        "import { Box } from '@mantine/core'\nimport { e } from './e.ts'\nexport const D = () => <Box onClick={() => e}>{e}</Box>",
      'src/panels/one/e.ts': leaf.replace('leaf', 'e'),
      'server/f.ts':
        "import 'node:http'\nimport 'ws'\nimport { c } from '../src/collab/doc/c.ts'\nexport const f = c",
    }),
  )
  expect(result).toEqual({ problems: [], read: 7, onDisk: 7 })
})

test.each([
  ['src/core/model/x.ts', '../catalogue/leaf.ts', 'src/core/catalogue/leaf.ts'],
  ['src/core/layout/x.ts', '../analysis/leaf.ts', 'src/core/analysis/leaf.ts'],
  ['src/core/codecs/x.ts', '../../collab/doc/leaf.ts', 'src/collab/doc/leaf.ts'],
  ['src/core/analysis/x.test.ts', '../codecs/leaf.ts', 'src/core/codecs/leaf.ts'],
  ['src/collab/doc/x.ts', '../client/leaf.ts', 'src/collab/client/leaf.ts'],
  ['src/workers/x.ts', '../collab/doc/leaf.ts', 'src/collab/doc/leaf.ts'],
  ['src/state/x.ts', '../commands/leaf.ts', 'src/commands/leaf.ts'],
  ['src/ui/x.tsx', '../core/model/leaf.ts', 'src/core/model/leaf.ts'],
  ['src/canvas/x.tsx', '../panels/one/leaf.ts', 'src/panels/one/leaf.ts'],
  ['src/panels/one/x.tsx', '../../canvas/leaf.ts', 'src/canvas/leaf.ts'],
  ['src/panels/one/x.tsx', '../two/leaf.ts', 'src/panels/two/leaf.ts'],
  ['src/app/x.tsx', '../../server/leaf.ts', 'server/leaf.ts'],
  ['server/x.ts', '../src/collab/client/leaf.ts', 'src/collab/client/leaf.ts'],
  ['cli/x.ts', '../server/leaf.ts', 'server/leaf.ts'],
  ['e2e/x.ts', '../src/ui/leaf.ts', 'src/ui/leaf.ts'],
])('%s must not import %s', async (from, specifier, to) => {
  const row = ROWS.find(({ folder }) => from.startsWith(folder.replace('*', '')))
  const problems = await problemsOf({ [from]: `import { leaf } from '${specifier}'\nvoid leaf`, [to]: leaf })
  expect(problems).toEqual([expect.stringContaining(`${from} → ${to}: ${row?.folder} may import`)])
})

test.each([
  ['a type', "import type { Leaf } from '../ui/leaf.ts'\nexport type X = Leaf"],
  ['a dynamic import', "export const x = () => import('../ui/leaf.ts')"],
  ['a query', "import leaf from '../ui/leaf.ts?worker'\nvoid leaf"],
  ['a worker', `new Worker(new URL(${leafUrl}, import.meta.url), { type: 'module' })`],
])('%s counts as an import', async (_, source) => {
  const problems = await problemsOf({ 'src/state/x.ts': source, 'src/ui/leaf.ts': leaf })
  expect(problems).toEqual([expect.stringContaining('src/state/x.ts → src/ui/leaf.ts: src/state may import')])
})

test.each([
  ['src/panels/one/x.tsx', '@xyflow/react', '@xyflow/* only in src/canvas'],
  ['src/canvas/x.tsx', '@mantine/core', '@mantine/* only in'],
  ['src/state/x.ts', 'yjs', 'yjs, y-protocols, lib0 only in'],
  ['server/x.test.ts', 'y-websocket', 'y-websocket only in src/collab/client'],
  ['src/app/x.tsx', 'ws', 'fastify, @fastify/*, prom-client, ws only in'],
  ['src/core/model/x.ts', 'vitest', 'core imports no package but zod'],
  ['src/collab/doc/x.ts', 'node:fs', 'src runs in browsers'],
  ['server/x.ts', 'react', 'shipped code imports no development dependency'],
])('%s must not import %s', async (from, name, rule) => {
  const problems = await problemsOf({ [from]: `import '${name}'` })
  expect(problems).toContainEqual(expect.stringContaining(rule))
})

test('cycles, re-exports, missing files and test helpers in real code are found', async () => {
  const problems = await problemsOf({
    'src/core/model/a.ts': "import { b } from './b.ts'\nexport const a = (): unknown => b",
    'src/core/model/b.ts': "import { a } from './a.ts'\nexport const b = (): unknown => a",
    'src/core/model/index.ts': "export { a } from './a.ts'",
    'src/core/model/c.ts': "import './gone.ts'\nimport './testing/make.ts'",
    'src/core/model/testing/make.ts': leaf,
  })
  expect(problems.toSorted()).toEqual([
    'src/core/model/a.ts → src/core/model/b.ts → src/core/model/a.ts: no cycles',
    'src/core/model/c.ts → ./gone.ts: every import resolves',
    'src/core/model/c.ts → src/core/model/testing/make.ts: only tests import test code',
    'src/core/model/index.ts → src/core/model/a.ts: no re-exports',
  ])
})

test('a file in a folder without a row is a problem', async () => {
  const files = ['src/b.ts', 'src/core/c.ts', 'src/novel/a.ts']
  const problems = await problemsOf(Object.fromEntries(files.map((file) => [file, leaf])))
  expect(problems.toSorted()).toEqual(
    files.map((file) => `${file}: its folder has no row in scripts/layers/table.ts`),
  )
})

test('a reader that sees nothing does not pass', async () => {
  const root = treeOf({ 'src/core/model/a.ts': leaf, 'server/b.ts': leaf })
  const blind: typeof readModules = async (where, _, rules) => readModules(where, [], rules)
  expect(await checkLayers(root, blind)).toEqual({
    problems: ['src/core/model/a.ts', 'server/b.ts'].map(
      (file) => `${file}: on disk, but not read by this check`,
    ),
    read: 0,
    onDisk: 2,
  })
})
