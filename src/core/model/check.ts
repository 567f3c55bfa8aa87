import type { Kind } from './records.ts'
import { recordSchemas } from './schemas.ts'

type Checked = ReturnType<(typeof recordSchemas)[Kind]['safeParse']>

/**
 * Checks one record against its schema; null where it has more bad entries than can be told. Each is an issue, and
 * hundreds of thousands of them overflow the checker's stack.
 */
export function checkRecordOf(kind: Kind, value: unknown): Checked | null {
  try {
    return recordSchemas[kind].safeParse(value)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
