import { create } from 'zustand'
import type { BoardDoc, Changes, DocPatch } from '../collab/doc/board-doc.ts'
import { nextTask } from '../collab/doc/next-task.ts'
import { readFlag, readMeta, readRecord } from '../collab/doc/snapshot.ts'
import { type Normalised, normalise, type SetAside } from '../core/model/normalise.ts'
import { findPlace } from '../core/model/order.ts'
import { patchModel, type RecordPatch } from '../core/model/patch.ts'
import { emptyModel, type Kind, KINDS, type Model, type RecordOf } from '../core/model/records.ts'

/** The board as everybody sees it: normalised, in canonical order. Records and lists keep their identity until they change. */
export type BoardState = Readonly<{ model: Model; setAside: readonly SetAside[] }>

export const useBoard = create<BoardState>()(() => ({ model: emptyModel(), setAside: [] }))

/** What changes more records than these, or is done by others to a board of more than those, is shown a step in each task. */
const MANY_CHANGED = 2_000
const LARGE_BOARD = 5_000

/** Whether something has been read that is not shown yet, and who waits for it. */
let isBehind = false
let waiting: (() => void)[] = []
let showWhatIsBehind = () => undefined as void

/** Shows at once what is being shown step by step: for whoever reads the board to change it. */
export const catchUpNow = (): void => showWhatIsBehind()

/** Calls once everything that the open board's document holds is shown; at once where it is. */
export function whenShown(then: () => void): void {
  if (isBehind) waiting.push(then)
  else then()
}

/**
 * Binds the store to a document: reads it once, then re-reads only what each transaction changed. Returns its unbinding.
 */
export function bindBoard(board: BoardDoc): () => void {
  let raw = emptyModel()
  const unreadable = new Map<string, readonly SetAside[]>()
  /** What has been read and is not in `raw` yet, null for what is gone. */
  let unshown = new Map<Kind, Map<string, RecordOf[Kind] | null>>()
  let isMetaUnshown = false
  /** Whether all that belongs together has been read, so that it may be shown. */
  let isWhole = true
  /** The showing that is under way. */
  let showing: object | null = null

  const readAnew = (kind: Kind, id: string): RecordOf[Kind] | null => {
    const { record, setAside } = readRecord(board.doc, kind, id)
    if (setAside.length > 0) unreadable.set(`${kind}/${id}`, setAside)
    else unreadable.delete(`${kind}/${id}`)
    return record
  }
  const lastRead = (kind: Kind, id: string): RecordOf[Kind] | null => {
    const read = unshown.get(kind)?.get(id)
    if (read !== undefined) return read
    const { place, found } = findPlace(raw[kind], id)
    return found ? (raw[kind][place] as RecordOf[Kind]) : null
  }
  const read = (changed: Changes) => {
    for (const [kind, ids] of changed) {
      const records = unshown.get(kind) ?? new Map<string, RecordOf[Kind] | null>()
      unshown.set(kind, records)
      for (const [id, change] of ids) {
        const before = change === 'flag' ? lastRead(kind, id) : null
        records.set(id, before === null ? readAnew(kind, id) : readFlag(board.doc, kind, before))
      }
    }
  }
  const patchRaw = () => {
    const upserts: { [K in Kind]?: RecordOf[Kind][] } = {}
    const removed: { [K in Kind]?: string[] } = {}
    for (const [kind, records] of unshown) {
      upserts[kind] = [...records.values()].filter((record) => record !== null)
      removed[kind] = [...records].flatMap(([id, record]) => (record === null ? [id] : []))
    }
    raw = patchModel(raw, {
      meta: isMetaUnshown ? readMeta(board.doc) : null,
      upserts,
      removed,
    } as RecordPatch)
    unshown = new Map()
    isMetaUnshown = false
  }
  const publish = ({ model, setAside }: Normalised) => {
    const before = useBoard.getState().model
    const lists = Object.fromEntries(KINDS.map((kind) => [kind, kept(before[kind], model[kind])]))
    useBoard.setState({
      model: { ...model, ...lists },
      setAside: [...[...unreadable.values()].flat(), ...setAside],
    })
  }
  const settle = () => {
    isBehind = false
    const told = waiting
    waiting = []
    for (const each of told) each()
  }
  const showAtOnce = () => {
    showing = null
    patchRaw()
    publish(normalise(raw))
    settle()
  }
  const showInSteps = async () => {
    const mine = {}
    showing = mine
    await nextTask()
    if (showing !== mine) return
    patchRaw()
    await nextTask()
    if (showing !== mine) return
    const normalised = normalise(raw)
    await nextTask()
    if (showing !== mine) return
    showing = null
    publish(normalised)
    if (unshown.size === 0 && !isMetaUnshown) settle()
    else if (isWhole) void showInSteps()
  }
  const isMuch = (changed: ReadonlyMap<Kind, { readonly size: number }>) =>
    sum([...changed.values()].map(({ size }) => size)) > MANY_CHANGED
  const isLarge = () => sum(KINDS.map((kind) => raw[kind].length)) > LARGE_BOARD
  const take = ({ changed, meta, preparing, byOthers }: DocPatch) => {
    isBehind = true
    read(changed)
    isMetaUnshown ||= meta
    isWhole = !preparing
    if (preparing) return
    // Who has just changed something goes on from what is shown.
    const isOwn = !byOthers && changed.size > 0
    const inSteps = isOwn ? isMuch(changed) : isMuch(unshown) || (byOthers && isLarge())
    if (!inSteps && (isOwn || showing === null)) showAtOnce()
    else if (showing === null) void showInSteps()
  }
  showWhatIsBehind = () => {
    if (isBehind && isWhole) showAtOnce()
  }

  const all = (kind: Kind) => new Map([...board.doc.getMap(kind).keys()].map((id) => [id, 'fields'] as const))
  const everything = new Map(KINDS.map((kind) => [kind, all(kind)]))
  take({ changed: everything, meta: true, preparing: false, byOthers: false })
  const stop = board.observe(take)
  return () => {
    stop()
    showing = null
    isBehind = false
    waiting = []
    showWhatIsBehind = () => undefined
  }
}

const sum = (sizes: readonly number[]): number => sizes.reduce((all, size) => all + size, 0)

const kept = (before: readonly object[], now: readonly object[]): readonly object[] =>
  now.length === before.length && now.every((record, index) => record === before[index]) ? before : now
