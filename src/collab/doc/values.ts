import * as Y from 'yjs'
import { compareCodeUnits } from '../../core/model/order.ts'
import { entryOfKey, keyOfEntry, META, SET_FIELDS, TEXT_FIELDS } from './shape.ts'
import type { Kind } from '../../core/model/records.ts'

type Owner = Kind | typeof META
type Fields = Readonly<Record<string, unknown>>

const isTextField = (owner: Owner, field: string) => TEXT_FIELDS[owner]?.includes(field) === true
const isSetField = (owner: Owner, field: string) =>
  owner !== META && SET_FIELDS[owner]?.includes(field) === true

/** A shared map as plain data, texts as strings and sets as lists. Plain values that a peer wrote instead are read as they are. */
export function readFields(map: Y.Map<unknown>, owner: Owner): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const [name, value] of map.entries()) {
    // A plain object has a setter of this name: written to, it would change the prototype.
    if (name === '__proto__') continue
    fields[name] = readValue(value, owner, name)
  }
  return fields
}

function readValue(value: unknown, owner: Owner, field: string): unknown {
  if (value instanceof Y.Text) return value.toJSON()
  if (value instanceof Y.Map) return isSetField(owner, field) ? readSet(value, field) : value.toJSON()
  if (value instanceof Y.AbstractType) return value.toJSON() as unknown
  return value
}

function readSet(map: Y.Map<unknown>, field: string): unknown[] {
  const place = (value: unknown) => (typeof value === 'number' ? value : 0)
  return [...map.entries()]
    .sort(([a, i], [b, j]) => place(i) - place(j) || compareCodeUnits(a, b))
    .map(([key]) => entryOfKey(field, key))
}

/** Writes the fields that differ, each in place, so that what others write beside it merges. */
export function writeFields(map: Y.Map<unknown>, owner: Owner, fields: Fields): void {
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) map.delete(name)
    else if (isTextField(owner, name) && typeof value === 'string') writeText(map, name, value)
    else if (isSetField(owner, name) && Array.isArray(value)) writeSet(map, name, value)
    else if (owner === META && name === 'policy') writePolicy(map, value as Fields)
    else if (!equal(map.get(name), value)) map.set(name, value)
  }
}

function writeText(map: Y.Map<unknown>, name: string, next: string): void {
  const text = map.get(name)
  if (!(text instanceof Y.Text)) {
    map.set(name, new Y.Text(next))
    return
  }
  const before = text.toJSON()
  if (before === next) return
  const most = Math.min(before.length, next.length)
  let start = 0
  while (start < most && before[start] === next[start]) start++
  let end = 0
  while (end < most - start && before[before.length - 1 - end] === next[next.length - 1 - end]) end++
  text.delete(start, before.length - start - end)
  text.insert(start, next.slice(start, next.length - end))
}

function writeSet(map: Y.Map<unknown>, name: string, entries: readonly unknown[]): void {
  const keys = [...new Set(entries.map(keyOfEntry))]
  const set = map.get(name)
  if (!(set instanceof Y.Map)) {
    map.set(name, new Y.Map(keys.map((key, place) => [key, place])))
    return
  }
  const wanted = new Set(keys)
  let place = 0
  for (const [key, value] of [...(set as Y.Map<unknown>).entries()]) {
    if (wanted.has(key)) place = Math.max(place, typeof value === 'number' ? value + 1 : 0)
    else set.delete(key)
  }
  for (const key of keys) if (!set.has(key)) set.set(key, place++)
}

/** `policy` and its `planes` are maps of their own: two people may change two planes at once. */
function writePolicy(meta: Y.Map<unknown>, policy: Fields): void {
  const map = childMap(meta, 'policy')
  for (const [name, value] of Object.entries(policy)) {
    if (name === 'planes') {
      const planes = childMap(map, 'planes')
      for (const [plane, carries] of Object.entries(value as Fields)) {
        if (!equal(planes.get(plane), carries)) planes.set(plane, carries)
      }
    } else if (!equal(map.get(name), value)) map.set(name, value)
  }
}

function childMap(parent: Y.Map<unknown>, name: string): Y.Map<unknown> {
  const existing = parent.get(name)
  if (existing instanceof Y.Map) return existing as Y.Map<unknown>
  const plain = typeof existing === 'object' && existing !== null ? Object.entries(existing) : []
  const created = new Y.Map<unknown>(plain)
  parent.set(name, created)
  return created
}

/** Whether two plain JSON values say the same. Shared types equal nothing: they are written to, never replaced by luck. */
function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (a instanceof Y.AbstractType || typeof a !== 'object' || a === null) return false
  return JSON.stringify(a) === JSON.stringify(b)
}
