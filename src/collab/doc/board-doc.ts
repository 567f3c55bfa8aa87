import * as Y from 'yjs'
import { type Kind, KINDS, type RecordOf } from '../../core/model/records.ts'
import { History, type SelectionPort } from './history.ts'
import { LongWork } from './long-work.ts'
import { nextTask } from './next-task.ts'
import { createRecord } from './snapshot.ts'
import { DELETED, META, saysDeleted } from './shape.ts'
import { writeFields } from './values.ts'

/** How a record has changed: in what it says, or only in whether it is deleted. */
type Change = 'fields' | 'flag'
export type Changes = ReadonlyMap<Kind, ReadonlyMap<string, Change>>

/**
 * What one transaction changed: ids by kind, and whether the board's own fields did. One that only prepares is followed by what
 * it prepares for, and is not to be shown before that.
 */
export type DocPatch = Readonly<{ changed: Changes; meta: boolean; preparing: boolean; byOthers: boolean }>

/** The only hand that writes a document. What it is told inside `edit` is written when that returns. */
export type Editor = {
  /** Adds a record; one whose id is taken in its kind is left as it is. */
  create<K extends Kind>(kind: K, record: RecordOf[K]): void
  /** Changes fields of a record that exists; one that a peer has removed stays removed. */
  set<K extends Kind>(kind: K, id: string, fields: Partial<Omit<RecordOf[K], 'id'>>): void
  remove(kind: Kind, id: string): void
  setMeta(fields: Readonly<Record<string, unknown>>): void
  /** Changes the board's own fields for good, beside the step of undo; nothing where the edit changes nothing else. */
  keepMeta(fields: Readonly<Record<string, unknown>>): void
}

export type BoardDoc = {
  readonly doc: Y.Doc
  /** Whether a record of any kind has this id, deleted ones too: `create` leaves such a one as it is. */
  readonly holds: (id: string) => boolean
  /** Makes what `change` asks for one undo step of this person, named by `label`; nothing if it throws. */
  edit(label: string, change: (editor: Editor) => void): void
  /**
   * The same for so much that it would hold the page up, and not fit one message: what is new is made ready a part at a time, then
   * shown so, and observers are told once all of it is there. Nothing comes of it where `isWanted` says no meanwhile: false then.
   */
  editInParts(label: string, change: (editor: Editor) => void, isWanted?: () => boolean): Promise<boolean>
  /** Does at once what is left of such work, once it has begun to be shown or taken back. */
  finish(): void
  undo(): string | null
  redo(): string | null
  /** Names of the steps that undo and redo would take, null where there is none. */
  steps(): { undo: string | null; redo: string | null }
  observe(listener: (patch: DocPatch) => void): () => void
  destroy(): void
}

/**
 * Origin of what makes an edit ready, or is a part of a document that is being put together. It is no change of its own: what
 * follows at once is, and undo takes back that alone.
 */
export class Preparing {
  readonly what: string

  constructor(what: string) {
    this.what = what
  }
}
const PREPARING = new Preparing('an edit')

/** What is made ready, and what the step itself does. */
type Asked = Readonly<{ making: readonly (() => void)[]; changes: readonly (() => void)[] }>

/** Records that are made without the page missing a frame or two, and changes to them that are. */
const AT_A_TIME = 50
const CHANGES_AT_A_TIME = 500

/** An empty document, to be filled by the server that it is joined to. */
export const newDocument = (): Y.Doc => new Y.Doc()

/** Not again where it is set: undo and redo would stumble over the flag that was written over. */
const flagDeleted = (record: Y.Map<unknown>): void => {
  if (!saysDeleted(record.get(DELETED))) record.set(DELETED, Date.now())
}

const NO_SELECTION: SelectionPort = { get: () => [], set: () => undefined }

/** Wraps a shared document for one person: edits carry this person's origin, so undo takes back nobody else's. */
export function openBoardDoc(doc: Y.Doc, selection: SelectionPort = NO_SELECTION): BoardDoc {
  const origin = {}
  const maps = new Map(KINDS.map((kind) => [kind, doc.getMap<Y.Map<unknown>>(kind)]))
  const mapOf = (kind: Kind) => maps.get(kind) as Y.Map<Y.Map<unknown>>
  const meta = doc.getMap<unknown>(META)
  const history = new History([meta, ...maps.values()], origin, selection)
  const listeners = new Set<(patch: DocPatch) => void>()
  const tellNoMore = () => listeners.forEach((tell) => tell(NO_MORE))
  const longWork = new LongWork(tellNoMore)
  const takeStep = (way: 'undo' | 'redo') => {
    longWork.finish()
    if (!history.hasParts(way)) return history.take(way)
    let label: string | null | undefined
    void longWork.do(() => {
      if (label !== undefined) return !history.takeMore(way)
      label = history.take(way)
      return false
    })
    return label ?? null
  }

  const alter = (kind: Kind, id: string, change: (record: Y.Map<unknown>) => void) => {
    const record = mapOf(kind).get(id)
    if (record instanceof Y.Map) change(record)
  }

  const asked = (change: (editor: Editor) => void): Asked => {
    const making: (() => void)[] = []
    const changes: (() => void)[] = []
    change({
      create: (kind, record) => {
        let made: Y.Map<unknown> | null = null
        // Asked when it is made: it may be made seconds later, and somebody else's of this id would be written over.
        making.push(() => {
          if (!mapOf(kind).has(record.id)) made = createRecord(mapOf(kind), kind, record, true)
        })
        changes.push(() => made?.delete(DELETED))
      },
      set: (kind, id, fields) => changes.push(() => alter(kind, id, (map) => writeFields(map, kind, fields))),
      remove: (kind, id) => changes.push(() => alter(kind, id, flagDeleted)),
      setMeta: (fields) => changes.push(() => writeFields(meta, META, fields)),
      keepMeta: (fields) => making.push(() => writeFields(meta, META, fields)),
    })
    return { making, changes }
  }
  // Made deleted, outside of undo: the step only takes the flag away, so that undoing it puts the flag back and
  // loses nobody's edit of the record made meanwhile, which taking the record out of the document would.
  const prepare = (making: Asked['making']) => {
    if (making.length > 0) doc.transact(() => making.forEach((make) => make()), PREPARING)
  }
  const take = (changes: Asked['changes']) => doc.transact(() => changes.forEach((apply) => apply()), origin)

  return {
    doc,
    holds: (id) => KINDS.some((kind) => mapOf(kind).has(id)),
    edit(name, change) {
      const { making, changes } = asked(change)
      if (changes.length === 0) return
      longWork.finish()
      prepare(making)
      history.begin(name)
      take(changes)
    },
    async editInParts(name, change, isWanted = () => true) {
      const { making, changes } = asked(change)
      if (changes.length === 0) return true
      const mayGoOn = async () => {
        await nextTask()
        if (isWanted()) return true
        // Long work tells at its own end.
        if (!longWork.isUnderWay) tellNoMore()
        return false
      }
      for (let start = 0; start < making.length; start += AT_A_TIME) {
        if (!(await mayGoOn())) return false
        prepare(making.slice(start, start + AT_A_TIME))
      }
      if (!(await mayGoOn())) return false
      longWork.finish()
      history.begin(name)
      let taken = 0
      await longWork.do(() => {
        take(changes.slice(taken, taken + CHANGES_AT_A_TIME))
        taken += CHANGES_AT_A_TIME
        return taken >= changes.length
      })
      return true
    },
    finish: () => longWork.finish(),
    undo: () => takeStep('undo'),
    redo: () => takeStep('redo'),
    steps: () => history.steps,
    observe(listener) {
      const stop = observeRecords(doc, maps, meta, (patch) =>
        listener(longWork.isUnderWay ? { ...patch, preparing: true } : patch),
      )
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        stop()
      }
    },
    destroy() {
      longWork.stop()
      history.destroy()
    },
  }
}

/** What follows the last part of long work, or what was made ready in vain. */
const NO_MORE: DocPatch = { changed: new Map(), meta: false, preparing: false, byOthers: false }

const NO_KEYS: ReadonlySet<string> = new Set()

function observeRecords(
  doc: Y.Doc,
  maps: ReadonlyMap<Kind, Y.Map<Y.Map<unknown>>>,
  meta: Y.Map<unknown>,
  listener: (patch: DocPatch) => void,
): () => void {
  let changed = new Map<Kind, Map<string, Change>>()
  let metaChanged = false
  const stops: (() => void)[] = []
  for (const [kind, map] of maps) {
    const collect = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
      const ids = changed.get(kind) ?? new Map<string, Change>()
      changed.set(kind, ids)
      for (const event of events) {
        const keys = event instanceof Y.YMapEvent ? event.keysChanged : NO_KEYS
        const id = event.path.length > 0 ? String(event.path[0]) : null
        if (id === null) for (const key of keys) ids.set(key, 'fields')
        else if (event.path.length > 1 || keys.size !== 1 || !keys.has(DELETED)) ids.set(id, 'fields')
        else if (!ids.has(id)) ids.set(id, 'flag')
      }
    }
    map.observeDeep(collect)
    stops.push(() => map.unobserveDeep(collect))
  }
  const collectMeta = () => {
    metaChanged = true
  }
  meta.observeDeep(collectMeta)
  let hasPrepared = false
  const flush = ({ origin, local }: Y.Transaction) => {
    const preparing = origin instanceof Preparing
    // What follows what was prepared is told, even where it changes nothing itself.
    if (changed.size === 0 && !metaChanged && (preparing || !hasPrepared)) return
    hasPrepared = preparing
    const patch = { changed, meta: metaChanged, preparing, byOthers: !local }
    changed = new Map()
    metaChanged = false
    listener(patch)
  }
  doc.on('afterTransaction', flush)
  return () => {
    for (const stop of stops) stop()
    meta.unobserveDeep(collectMeta)
    doc.off('afterTransaction', flush)
  }
}
