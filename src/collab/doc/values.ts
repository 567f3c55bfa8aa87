import * as Y from 'yjs'
import { compareCodeUnits } from '../../core/model/order.ts'
import { entryOfParts, EVERYTHING, META, partsOfEntry, SET_FIELDS, TEXT_FIELDS } from './shape.ts'
import type { Kind } from '../../core/model/records.ts'

type Owner = Kind | typeof META
type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null
const isTextField = (owner: Owner, field: string) => TEXT_FIELDS[owner]?.includes(field) === true
const isSetField = (owner: Owner, field: string) =>
  owner !== META && SET_FIELDS[owner]?.includes(field) === true

/** A shared map as plain data, texts as strings and sets as lists. Plain values that a peer wrote instead are read as they are. */
export function readFields(map: Y.Map<unknown>, owner: Owner): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const [name, value] of map.entries()) {
    // A plain object has a setter of this name: written to, it would change the prototype.
    if (name === '__proto__') continue
    const read = readValue(value, owner, name)
    if (read !== undefined) fields[name] = read
  }
  return fields
}

function readValue(value: unknown, owner: Owner, field: string): unknown {
  if (value instanceof Y.Map && isSetField(owner, field)) return readSet(value, field)
  return plain(value instanceof Y.AbstractType ? value.toJSON() : value, DEEPEST)
}

/** Levels that a value of one field may have; a file as a whole may have twice as many. */
const DEEPEST = 32

/** What JSON can say of a value. A shared document can hold more: bytes, big integers, numbers that are none. */
function plain(value: unknown, levels: number): unknown {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return null
  if (levels === 0) return null
  if (Array.isArray(value)) return value.map((item) => plain(item, levels - 1))
  const entries = Object.entries(value).filter(([name]) => name !== '__proto__')
  return Object.fromEntries(entries.map(([name, item]) => [name, plain(item, levels - 1)]))
}

type Entry = Readonly<{ place: number; extra: Fields }>

function readEntry(value: unknown): Entry {
  const [place, extra] = plain(Array.isArray(value) ? value : [value], DEEPEST) as unknown[]
  return { place: typeof place === 'number' ? place : 0, extra: isFields(extra) ? extra : {} }
}

/** Undefined for an `on` that nobody emptied on purpose. */
function readSet(map: Y.Map<unknown>, field: string): unknown[] | undefined {
  if (map.size === 0 && field === 'on') return undefined
  return [...map.entries()]
    .filter(([key]) => key !== EVERYTHING)
    .map(([key, value]) => ({ key, ...readEntry(value) }))
    .sort((a, b) => a.place - b.place || compareCodeUnits(a.key, b.key))
    .map(({ key, extra }) => entryOfParts(field, key, extra))
}

/** Writes the fields that differ, each in place, so that what others write beside it merges. */
export function writeFields(map: Y.Map<unknown>, owner: Owner, fields: Fields): void {
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) map.delete(name)
    else if (isTextField(owner, name) && typeof value === 'string') writeText(map, name, value)
    else if (isSetField(owner, name) && Array.isArray(value)) writeSet(map, name, value)
    else if (owner === META && name === 'policy') writePolicy(map, value as Fields)
    else if (!equal(map.get(name), value)) map.set(name, storable(value))
  }
}

/**
 * A JSON value as Yjs takes it. Yjs tells values apart by their `constructor`, so an object with a field of that name
 * goes in as a shared map, which reads the same.
 */
export function storable(value: unknown): unknown {
  if (!isFields(value) || Array.isArray(value) || !Object.hasOwn(value, 'constructor')) return value
  return new Y.Map(Object.entries(value).map(([name, item]) => [name, storable(item)]))
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
  const wanted = new Map(entries.map(partsOfEntry).map(({ key, extra }) => [key, extra]))
  if (name === 'on' && wanted.size === 0) wanted.set(EVERYTHING, {})
  const existing = map.get(name)
  const set = existing instanceof Y.Map ? (existing as Y.Map<unknown>) : new Y.Map<unknown>()
  const places = new Map<string, number>()
  for (const [key, value] of existing === set ? [...set.entries()] : []) {
    if (wanted.has(key)) places.set(key, readEntry(value).place)
    else set.delete(key)
  }
  let next = Math.max(-1, ...places.values()) + 1
  for (const [key, extra] of wanted) {
    const place = places.get(key) ?? next++
    const value = Object.keys(extra).length === 0 ? place : [place, extra]
    if (existing !== set || !equal(set.get(key), value)) set.set(key, value)
  }
  if (existing !== set) map.set(name, set)
}

/** `policy` and its `planes` are maps of their own: two people may change two planes at once. */
function writePolicy(meta: Y.Map<unknown>, policy: Fields): void {
  const map = childMap(meta, 'policy')
  for (const [name, value] of Object.entries(policy)) {
    if (name === 'planes') {
      const planes = childMap(map, 'planes')
      for (const [plane, carries] of Object.entries(value as Fields)) {
        if (!equal(planes.get(plane), carries)) planes.set(plane, storable(carries))
      }
    } else if (!equal(map.get(name), value)) map.set(name, storable(value))
  }
}

function childMap(parent: Y.Map<unknown>, name: string): Y.Map<unknown> {
  const existing = parent.get(name)
  if (existing instanceof Y.Map) return existing as Y.Map<unknown>
  const plain = typeof existing === 'object' && existing !== null ? Object.entries(existing) : []
  const created = new Y.Map<unknown>(plain.map(([key, value]) => [key, storable(value)]))
  parent.set(name, created)
  return created
}

/** Whether two plain JSON values say the same. Shared types equal nothing: they are written to, never replaced by luck. */
function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (a instanceof Y.AbstractType || typeof a !== 'object' || a === null) return false
  return JSON.stringify(a) === JSON.stringify(b)
}
