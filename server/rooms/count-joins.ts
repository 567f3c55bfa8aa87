import * as Y from 'yjs'
import type { Inspected, Range, Struct } from './inspect-update.ts'

/**
 * Operations that Yjs would move in the store to join others after this update, which it does run by run: what is
 * deleted with its deleted neighbours, and what comes in pieces that fit each other. No honest client sends such pieces.
 */
export function countJoins({ clients }: Y.Doc['store'], { structs, deletes }: Inspected): number {
  let moves = joinsAmong(structs)
  // Of what lies in a deleted type only its length is kept.
  const isGarbage = (struct: Y.Item | Y.GC) => {
    if (struct instanceof Y.GC) return true
    const home = struct.parent instanceof Y.AbstractType ? struct.parent._item : null
    return home !== null && isIn(deletes.get(home.id.client) ?? [], home.id.clock)
  }
  for (const [client, ranges] of deletes)
    moves += joinsOfDeleted(clients.get(client) ?? [], ranges, isGarbage)
  return moves
}

function joinsAmong(structs: readonly Struct[]): number {
  let moves = 0
  let wasJoin = false
  for (const [index, struct] of structs.entries()) {
    const before = structs[index - 1]
    const isJoin = before !== undefined && fit(before, struct)
    if (isJoin && !wasJoin) moves += structs.length - index
    wasJoin = isJoin
  }
  return moves
}

function fit(left: Struct, right: Struct): boolean {
  if (left.id.client !== right.id.client) return false
  if (left instanceof Y.GC && right instanceof Y.GC) return true
  if (!(left instanceof Y.Item && right instanceof Y.Item)) return false
  return left.content.constructor === right.content.constructor && goesOn(left, right)
}

function joinsOfDeleted(
  structs: readonly (Y.Item | Y.GC)[],
  ranges: readonly Range[],
  isGarbage: (struct: Y.Item | Y.GC) => boolean,
): number {
  let moves = 0
  let deleted = -1
  let looked = -1
  let joined = -1
  const look = (index: number) => {
    const [left, right] = [structs[index - 1], structs[index]]
    if (index <= looked || left === undefined || right === undefined) return
    looked = index
    if (isGarbage(left) === isGarbage(right) && (isGarbage(left) || goesOn(left, right))) {
      if (joined !== index - 1) moves += structs.length - index
      joined = index
    }
  }
  forEachIn(structs, ranges, (struct, index) => {
    if (struct.deleted) return
    if (deleted === index - 1 || structs[index - 1]?.deleted === true) look(index)
    if (structs[index + 1]?.deleted === true) look(index + 1)
    deleted = index
  })
  return moves
}

/** Whether `right` was written right after `left`, as one goes on typing. */
function goesOn(left: Struct, right: Struct): boolean {
  const origin = right instanceof Y.Item ? right.origin : null
  return origin?.client === left.id.client && origin.clock === left.id.clock + left.length - 1
}

function isIn(ranges: readonly Range[], clock: number): boolean {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    const { clock: start, len } = ranges[middle] as Range
    if (clock < start) high = middle
    else if (clock < start + len) return true
    else low = middle + 1
  }
  return false
}

/** Calls `visit` with each operation that the ranges touch. */
function forEachIn(
  structs: readonly (Y.Item | Y.GC)[],
  ranges: readonly Range[],
  visit: (struct: Y.Item | Y.GC, index: number) => void,
): void {
  const last = structs.at(-1)
  for (const { clock, len } of ranges) {
    if (len === 0) continue
    if (last === undefined || clock >= last.id.clock + last.length) return
    for (let index = Y.findIndexSS(structs as (Y.Item | Y.GC)[], clock); index < structs.length; index++) {
      const struct = structs[index] as Y.Item | Y.GC
      if (struct.id.clock >= clock + len) break
      visit(struct, index)
    }
  }
}
