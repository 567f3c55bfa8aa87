import { type Parsed, refused } from './problem.ts'

type Fields = Record<string, unknown>

/** Step `from` → `from + 1`. Takes and returns a whole file as plain data; must not change its argument. */
export type Migration = Readonly<{ from: number; migrate: (file: Fields) => Fields }>

/** Every step since version 1, in order. Version 1 is the first, so there is none yet; see SPEC.md for how to add one. */
export const MIGRATIONS: readonly Migration[] = []

/** Brings a file of any earlier version to `current`; refuses a newer one and a version that never was. */
export function migrate(
  file: Fields,
  current: number,
  migrations: readonly Migration[] = MIGRATIONS,
): Parsed<Fields> {
  const { version } = file
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    const message = `expected a version from 1 to ${current}, found ${JSON.stringify(version) ?? 'none'}`
    return refused({ code: 'bad-version', at: 'version', message })
  }
  if (version > current) {
    const message = `the file has version ${version}, newer than the ${current} that this Ringfence reads; open it with a newer Ringfence`
    return refused({ code: 'newer-version', at: 'version', message })
  }
  let migrated = file
  for (const step of migrations) {
    if (step.from >= version && step.from < current)
      migrated = { ...step.migrate(migrated), version: step.from + 1 }
  }
  return { ok: true, value: migrated }
}
