import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Lock } from './licences.ts'
import { lockProblems } from './licences.ts'

const integrity = 'sha512-x'

function problemsOf(name: string, entry: Lock['packages'][string]): string[] {
  return lockProblems({ packages: { '': {}, [`node_modules/${name}`]: entry } }, () => undefined)
}

/** A manifest may name none where the text beside it does: png-js has the MIT licence, in words. */
function licenceText(folder: string): string | undefined {
  const file = `${folder}/LICENSE`
  return existsSync(file) && readFileSync(file, 'utf8').startsWith('MIT License\n') ? 'MIT' : undefined
}

test('every dependency of this repository has a licence on the list, a checksum and no address', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock
  const problems = lockProblems(lock, (folder) => {
    const manifest = `${folder}/package.json`
    if (!existsSync(manifest)) return undefined
    return (JSON.parse(readFileSync(manifest, 'utf8')) as { license?: string }).license ?? licenceText(folder)
  })
  expect(Object.keys(lock.packages).length).toBeGreaterThan(1)
  expect(problems).toEqual([])
})

test.each(['MIT', '(MIT OR GPL-3.0)', 'Apache-2.0 AND MIT', 'GPL-2.0 OR BSD-3-Clause AND ISC'])(
  'licence %s passes',
  (license) => {
    expect(problemsOf('a', { license, integrity })).toEqual([])
  },
)

test.each(['AGPL-3.0', 'MIT AND GPL-3.0', 'SEE LICENSE IN x', 'EPL-2.0', 'constructor'])(
  'licence %s is refused',
  (license) => {
    expect(problemsOf('a', { license, integrity })).toEqual([
      `node_modules/a: licence ${license} is not on the list`,
    ])
  },
)

test('EPL-2.0 is for elkjs alone', () => {
  expect(problemsOf('elkjs', { license: 'EPL-2.0', integrity })).toEqual([])
})

test('a package without a licence, with an address or without a checksum is refused', () => {
  expect(problemsOf('@s/b', { integrity })).toEqual([
    'node_modules/@s/b: licence none named is not on the list',
  ])
  expect(problemsOf('c', { license: 'MIT', integrity, resolved: 'https://packages.example/c.tgz' })).toEqual([
    'node_modules/c: bound to the address https://packages.example/c.tgz',
  ])
  expect(problemsOf('d', { license: 'MIT' })).toEqual(['node_modules/d: has no checksum'])
})
