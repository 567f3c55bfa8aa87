import type { IFlattenedRuleSet, IRegularForbiddenRuleType } from 'dependency-cruiser'
import type { PackageRow, Row } from './table.ts'
import { CORE_PACKAGES, PACKAGE_ROWS, ROWS, SHIPPED_UNBUNDLED, TEST_CODE } from './table.ts'

/** The dependency-cruiser rules that the table says, each named so that a violation explains itself. */
export function layerRules(): IFlattenedRuleSet {
  return {
    forbidden: [
      ...ROWS.map(folderRule),
      ...PACKAGE_ROWS.map(packageRule),
      {
        name: `core imports no package but ${CORE_PACKAGES.join(', ')}`,
        from: { path: below('src/core'), pathNot: TEST_CODE },
        to: { path: '^node_modules/', pathNot: CORE_PACKAGES.map(inPackage) },
      },
      {
        name: 'src runs in browsers and imports nothing of Node',
        from: { path: below('src'), pathNot: TEST_CODE },
        to: { dependencyTypes: ['core'] },
      },
      {
        name: 'shipped code imports no development dependency',
        from: { path: SHIPPED_UNBUNDLED.map(below), pathNot: TEST_CODE },
        to: { dependencyTypes: ['npm-dev'] },
      },
      {
        name: 'only tests import test code',
        from: { pathNot: TEST_CODE },
        to: { path: TEST_CODE, dependencyTypes: ['local'] },
      },
      { name: 'no re-exports', from: {}, to: { dependencyTypes: ['export'] } },
      { name: 'no cycles', from: {}, to: { circular: true } },
      { name: 'every import resolves', from: {}, to: { couldNotResolve: true } },
    ],
  }
}

/** Whether the table has a row for this file (path from the repository root, with slashes). */
export function belongsToARow(file: string): boolean {
  return ROWS.some((row) => new RegExp(below(row.folder)).test(file))
}

function folderRule({ folder, may }: Row): IRegularForbiddenRuleType {
  return {
    name: `${folder} may import ${may.length === 0 ? 'no other folder' : may.join(', ')}`,
    from: { path: below(folder) },
    // `$1` is what the `*` of the row's folder stood for: panels/a is not panels/b.
    to: { pathNot: [below(folder.replace('*', '$1')), ...may.map(atOrBelow)], dependencyTypes: ['local'] },
  }
}

function packageRule({ packages, only }: PackageRow): IRegularForbiddenRuleType {
  return {
    name: `${packages.join(', ')} only in ${only.join(', ')}`,
    from: { pathNot: only.map(below) },
    to: { path: packages.map(inPackage) },
  }
}

function atOrBelow(path: string): string {
  return `^${path.replaceAll('.', String.raw`\.`)}(?:/|$)`
}

function below(folder: string): string {
  return `^${folder.replace('*', '([^/]+)')}/`
}

function inPackage(name: string): string {
  return `^node_modules/${name.endsWith('/*') ? name.slice(0, -1) : `${name}/`}`
}
