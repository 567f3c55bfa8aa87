import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { cruise, ICruiseResult, IFlattenedRuleSet } from 'dependency-cruiser'

/** By which the bundler is asked for a file's address. A package that lists what it exports does not list it with that. */
const QUERY = /(from\s+['"][^'"?]+)\?\w+(['"])/g
const WORKER = /new (?:Shared)?Worker\(\s*new URL\(\s*['"](\.[^'"]+)['"]/g

/**
 * Reads every module below `folders` (relative to `root`) and judges each import by `rules`.
 * Modules of npm packages are named but not read.
 */
export async function readModules(
  root: string,
  folders: readonly string[],
  rules: IFlattenedRuleSet,
): Promise<ICruiseResult> {
  const cruiser = await loadCruiser()
  const { output } = await cruiser.cruise([...folders], {
    baseDir: root,
    parser: 'swc',
    validate: true,
    ruleSet: rules,
    doNotFollow: { path: '^node_modules/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  })
  if (typeof output === 'string')
    throw new Error('dependency-cruiser answered in words where data was expected')
  return output
}

/**
 * With TypeScript 7 dependency-cruiser can read sources only through swc, which it asks neither for JSX nor for
 * the modules that are started as workers by their URL. Both are added before it loads swc.
 */
async function loadCruiser(): Promise<{ cruise: typeof cruise }> {
  const require = createRequire(import.meta.url)
  const swc = require('@swc/core') as {
    parseSync: (source: string, options: object) => unknown
    parseFileSync: (file: string, options: object) => unknown
  }
  swc.parseFileSync = (file, options) => {
    const source = readFileSync(file, 'utf8').replace(QUERY, '$1$2')
    const workers = [...source.matchAll(WORKER)].map(([, module]) => `import '${module}'`)
    return swc.parseSync([source, ...workers].join('\n'), { ...options, tsx: file.endsWith('.tsx') })
  }
  return import('dependency-cruiser')
}
