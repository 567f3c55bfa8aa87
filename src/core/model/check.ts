import type { Kind } from './records.ts'
import { recordSchemas } from './schemas.ts'

type Checked = ReturnType<(typeof recordSchemas)[Kind]['safeParse']>

/**
 * Checks one record against its schema; null where it has more bad entries than can be told. Each is an issue, and
 * hundreds of thousands of them overflow the checker's stack.
 */
export function checkRecordOf(kind: Kind, value: unknown): Checked | null {
  try {
    const checked = recordSchemas[kind].safeParse(value)
    // The checker's own objects are hash tables in the engine that runs this; a copy is an object with a fixed shape.
    return checked.success ? { success: true, data: { ...checked.data } } : checked
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
