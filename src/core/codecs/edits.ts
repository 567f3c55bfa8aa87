import { compareCodeUnits } from '../model/order.ts'
import { isObject } from './loose.ts'

/**
 * Our record with what was edited in another tool: of the fields that can be seen there, those that are not what our writer
 * would have put there win (EX3). `was` and `is` are what the reader makes of the element as we would write it and as it is.
 */
export function withEdits<T extends object>(ours: T, was: T, is: T): T {
  const edited = Object.entries(is).filter(
    ([name, value]) => !isSameData(value, (was as Record<string, unknown>)[name]),
  )
  const gone = Object.keys(was).filter((name) => !(name in is))
  if (edited.length === 0 && gone.length === 0) return ours
  const kept = Object.entries(ours).filter(([name]) => !gone.includes(name))
  return Object.fromEntries([...kept, ...edited]) as T
}

/** Whether two values are the same as JSON, whatever the order of fields. */
export const isSameData = (a: unknown, b: unknown): boolean =>
  a === b || JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b))

/** The same data with the fields of every object by name. */
export function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (!isObject(value)) return value
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return Object.fromEntries(
    entries.sort(([a], [b]) => compareCodeUnits(a, b)).map(([name, inner]) => [name, inOrder(inner)]),
  )
}
