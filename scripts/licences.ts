/** The part of package-lock.json (version 3) that the check reads. */
export type Lock = {
  readonly packages: Readonly<Record<string, LockedPackage>>
}

type LockedPackage = {
  readonly license?: string
  readonly resolved?: string
  readonly integrity?: string
}

const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
])

/** Weak copyleft, fit for one unchanged library and not as a habit. */
const ALLOWED_FOR_ONE: Readonly<Record<string, string>> = { elkjs: 'EPL-2.0' }

/**
 * What in the lock file would keep this project from being given on under Apache-2.0, or from installing the same
 * everywhere: a licence outside the list, an address that npm would insist on, a package without a checksum.
 * `licenceOf` is asked where the lock file names no licence.
 */
export function lockProblems(lock: Lock, licenceOf: (folder: string) => string | undefined): string[] {
  return Object.entries(lock.packages)
    .filter(([folder]) => folder !== '')
    .flatMap(([folder, { license, resolved, integrity }]) => {
      const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)
      const licence = license ?? licenceOf(folder) ?? 'none named'
      return [
        ...(isAllowed(licence, name) ? [] : [`${folder}: licence ${licence} is not on the list`]),
        ...(resolved === undefined ? [] : [`${folder}: bound to the address ${resolved}`]),
        ...(integrity === undefined ? [`${folder}: has no checksum`] : []),
      ]
    })
}

/** `expression` is SPDX, as npm packages write it: names joined by OR or AND, brackets only around the whole. */
function isAllowed(expression: string, name: string): boolean {
  const inner = expression.replace(/^\((.*)\)$/, '$1')
  const single = (licence: string): boolean => ALLOWED.has(licence) || ALLOWED_FOR_ONE[name] === licence
  return inner.split(' OR ').some((choice) => choice.split(' AND ').every(single))
}
