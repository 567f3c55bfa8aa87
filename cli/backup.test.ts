import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'libsql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Package, packRingfence, run } from './testing/program.ts'

let installed: Package
let folder: string
beforeAll(() => {
  installed = packRingfence()
  folder = mkdtempSync(join(tmpdir(), 'ringfence-backups-'))
  // As npm would install it beside the package.
  symlinkSync(
    fileURLToPath(new URL('../node_modules', import.meta.url)),
    join(installed.folder, 'node_modules'),
  )
}, 60_000)
afterAll(() => {
  installed.remove()
  rmSync(folder, { recursive: true })
})

const ringfence = (...args: string[]) =>
  run('env', [
    `DATA_DIR=${folder}`,
    process.execPath,
    join(installed.folder, 'dist/node/ringfence.js'),
    ...args,
  ])

test('backup and restore say what they did, or in words why not', () => {
  const backups = join(folder, 'backups')
  expect(ringfence('backup', backups)).toMatchObject({
    status: 2,
    out: '',
    err: expect.stringContaining('does not exist'),
  })
  expect(ringfence('backup')).toMatchObject({ status: 2, err: 'ringfence: expected one folder\n' })
  expect(ringfence('restore', backups)).toMatchObject({
    status: 2,
    err: expect.stringContaining('does not exist'),
  })
  const database = new Database(join(folder, 'ringfence.db'))
  database.exec('CREATE TABLE boards (id TEXT PRIMARY KEY)')
  database.close()
  expect(ringfence('backup', backups)).toMatchObject({
    status: 0,
    err: '',
    out: expect.stringContaining('0 boards'),
  })
  expect(readdirSync(backups)).toHaveLength(1)
  expect(ringfence('backup', '--help').out).toContain('DATA_DIR')
})
