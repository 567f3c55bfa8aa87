import { createRequire } from 'node:module'
import type Libsql from 'libsql'

/**
 * Stands for libsql in the built tool: it is compiled for each platform and cannot be part of a file, and only backups
 * need it. Called with `new`, a function that returns an object gives that object.
 */
// oxlint-disable-next-line import/no-default-export -- what libsql itself exports
export default function Database(...args: ConstructorParameters<typeof Libsql>): Libsql.Database {
  const Real = createRequire(import.meta.url)('libsql') as typeof Libsql
  return new Real(...args)
}
