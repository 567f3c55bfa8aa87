import { BLANK_COMPONENT } from '../../model/blank.ts'
import type { Component, Point } from '../../model/records.ts'
import type { Reader } from '../codec.ts'
import { Draft } from '../draft.ts'
import { titleOf } from '../file-name.ts'
import type { Source } from '../source.ts'
import { isArchiveOfTables } from './archive.ts'
import { readComponent, type ReadComponent } from './component-rows.ts'
import { headsIn, isWorkedOut } from './heads.ts'
import { readLink } from './link-rows.ts'
import { Names } from './names.ts'
import { delimiterOf, parseCsv } from './parse-csv.ts'
import { type Places, placesOf } from './place.ts'
import { type Tables, tablesIn } from './tables.ts'

/** Tables of components and of links, told apart by their heads; in one file, or in several that are one archive. */
export const readCsv: Reader = {
  format: 'csv',
  detect: (source) =>
    isArchiveOfTables(source) ||
    (source.looksLike === 'other' && (/\.(?:csv|tsv)$/i.test(source.name) || beginsWithHeads(source))),
  read: (source) => {
    const tables = tablesIn(source)
    return tables.ok ? { ok: true, value: assemble(tables.value, source.name) } : tables
  },
}

function beginsWithHeads(source: Source): boolean {
  const text = source.text()
  if (!text.ok) return false
  const { delimiter, rest } = delimiterOf(text.value)
  const first = /[^\r\n]+/.exec(rest.slice(0, 4096))?.[0] ?? ''
  const rows = parseCsv(first, delimiter, source.limits)
  const cells = rows.ok ? (rows.value[0]?.cells ?? []) : []
  return cells.length > 1 && headsIn(cells) !== null
}

function assemble(tables: Tables, name: string): ReturnType<Draft['finish']> {
  const draft = new Draft('csv')
  draft.setMeta({ title: titleOf(name) })
  keepIds(draft, tables)
  const segments = new Names(draft, 'segment')
  const vendors = new Names(draft, 'vendor')
  const components = new Names(draft, 'component')
  const ids = tables.components.map((row) => components.note(row.cell('id'), row.cell('name')))
  const read = tables.components.map((row, nth) =>
    readComponent(row, ids[nth] as string, { segments, vendors, components }),
  )
  const stoodIn: string[] = []
  const openEnd = (): string => {
    const id = draft.fresh('open-end')
    stoodIn.push(id)
    return id
  }
  const linkNames = new Names(draft, 'link')
  const links = tables.links.map((row) => ({
    at: row.at,
    ...readLink(row, linkNames.note(row.cell('id'), 'link'), components, openEnd),
  }))
  const others = [...components.made, ...stoodIn.map((id) => ({ id, name: '(open end)' }))]
  const places = others.length > 0 || read.length === 0 ? null : placesIn(read)

  for (const vendor of vendors.made) draft.add('vendors', { ...vendor, restricted: false })
  for (const segment of segments.made) {
    const { at, size } = places?.frames.get(segment.id) ?? { at: [0, 0] as const, size: [320, 240] as const }
    const pos: [number, number] = [at[0], at[1]]
    draft.add('segments', { ...segment, kind: null, parent: null, zone: null, pos, size: [size[0], size[1]] })
  }
  read.forEach((one, nth) => addComponent(draft, one, places, tables.components[nth]?.at ?? ''))
  for (const made of others) {
    draft.add('components', { ...BLANK_COMPONENT, ...made })
    draft.isForeign(made.id, '', made.name)
  }
  for (const { record, changes, at } of links)
    if (draft.add('links', record, 'link', at)) draft.account.tell('link', at, changes)
  for (const { file, why } of tables.leftOut) draft.account.dropped('file', file, why)
  for (const title of tables.unknown) {
    const why = isWorkedOut(title) ? 'is worked out from the board' : 'says nothing that a board has'
    draft.account.dropped('column', title, why)
  }
  return draft.finish(places !== null)
}

function addComponent(draft: Draft, one: ReadComponent, places: Places | null, at: string): void {
  const { record, foreign, changes } = one
  const [x, y] = places?.positions.get(record.id) ?? [one.at.x ?? 0, one.at.y ?? 0]
  const placed: Component = { ...record, pos: [x, y] }
  if (!draft.add('components', placed, 'component', at)) return
  if (foreign !== null) draft.isForeign(record.id, foreign, record.name)
  draft.account.tell('component', at, changes)
}

/** Null unless each has a place. */
function placesIn(read: readonly ReadComponent[]): Places | null {
  const standing = read.flatMap(({ record: { id, segment }, at: { x, y } }) =>
    x === null || y === null ? [] : [{ id, segment, at: [x, y] as Point }],
  )
  return standing.length === read.length ? placesOf(standing) : null
}

/** Ids that the file gives come before any that are made from names. */
function keepIds(draft: Draft, { components, links }: Tables): void {
  const keep = (space: string, id: string) => {
    if (id !== '') draft.id(space, id)
  }
  for (const row of components) keep('component', row.cell('id'))
  for (const row of links) keep('link', row.cell('id'))
  for (const row of components) {
    keep('segment', row.cell('segmentId'))
    keep('vendor', row.cell('vendorId'))
    keep('component', row.cell('hostId'))
  }
  for (const row of links) {
    keep('component', row.cell('fromId'))
    keep('component', row.cell('toId'))
  }
}
