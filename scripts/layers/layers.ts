import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readModules } from './read.ts'
import { belongsToARow, layerRules } from './rules.ts'
import { ROOTS } from './table.ts'

/** What is wrong with the imports below `root`, one line each, and how many modules were read to say so. */
export async function checkLayers(
  root: string,
  reader: typeof readModules = readModules,
): Promise<{ problems: string[]; read: number; onDisk: number }> {
  const files = sourceFiles(root)
  const roots = ROOTS.filter((folder) => files.some((file) => file.startsWith(`${folder}/`)))
  const { modules, summary } = await reader(root, roots, layerRules())
  const read = new Set(modules.map((module) => module.source))
  return {
    problems: [
      ...files
        .filter((file) => !read.has(file))
        .map((file) => `${file}: on disk, but not read by this check`),
      ...files
        .filter((file) => !belongsToARow(file))
        .map((file) => `${file}: its folder has no row in scripts/layers/table.ts`),
      ...summary.violations.map(({ from, to, rule, cycle }) => {
        const path = [from, ...(cycle?.map((step) => step.name) ?? [to])]
        return `${path.join(' → ')}: ${rule.name}`
      }),
    ],
    read: files.filter((file) => read.has(file)).length,
    onDisk: files.length,
  }
}

/** Found without the tool that is being checked: a reader that sees nothing must not pass. */
function sourceFiles(root: string): string[] {
  return ROOTS.filter((folder) => existsSync(join(root, folder))).flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => join(folder, file).replaceAll('\\', '/')),
  )
}
