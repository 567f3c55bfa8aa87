import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { templateFiles } from './templates.ts'

/** Writes the templates anew: `npx tsx scripts/templates/make.ts`. */
const FOLDER = join(import.meta.dirname, '../../public/templates')

mkdirSync(FOLDER, { recursive: true })
for (const [name, text] of templateFiles()) {
  writeFileSync(join(FOLDER, name), text)
  console.log(name)
}
