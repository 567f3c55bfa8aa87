import { boardFrames } from '../layout/board-frames.ts'
import { finish, type InParts, PART } from '../model/in-parts.ts'
import { boundsOf } from '../layout/frames.ts'
import { recordIn } from '../model/lookup.ts'
import { withinReach } from '../model/reach.ts'
import { type Kind, KINDS, type Model, type Point, type Records } from '../model/records.ts'
import { commentSubjectBy, mitigationSubjectBy, riskSubjectBy } from '../model/subjects.ts'
import { narrowing } from './narrowing.ts'

/** What bringing a model into a board adds to it. */
export type Incoming = Readonly<{
  records: Records
  /** What stands on the open canvas, to be selected. */
  outermost: readonly string[]
  /** The highest number that a threat has been given. */
  lastThreat: number
  /** What does not come along, in words. */
  left: readonly string[]
}>

/** Between what stands on the board already and what comes beside it. */
const GAP = 120

/** What is taken on a board already, by what it has deleted as well: undo brings that back. */
export type Ground = Readonly<{
  isTaken: (id: string) => boolean
  /** The highest number that a threat has been given. */
  lastThreat: number
  makeId: (kind: Kind) => string
}>

/**
 * Brings the records of `coming` into `board`, beside what stands there. Ids that are taken are replaced by new ones. A vendor
 * that the board knows by name is that vendor, so the risks of both apply to the products of both; what would then give credit
 * to products that were there before is narrowed to those that come (`narrowing`). Both models are normalised.
 */
export const intoBoard = (coming: Model, board: Model, ground: Ground): Incoming =>
  finish(intoBoardInParts(coming, board, ground))

/** The same in parts. */
export function* intoBoardInParts(coming: Model, board: Model, ground: Ground): InParts<Incoming> {
  const ids = yield* idsFor(coming, board, ground)
  const id = (old: string): string => ids.get(old) ?? old
  const orNull = (old: string | null): string | null => (old === null ? null : id(old))
  const isOnBoth = (vendor: string) => recordIn(board, 'vendors', id(vendor)) !== undefined
  const shift = shiftFor(coming, board)
  const stand = (pos: Point, home: string | null): [number, number] =>
    home === null ? withinReach([pos[0] + shift[0], pos[1] + shift[1]]) : [pos[0], pos[1]]
  const named = <T extends { readonly id: string }>(record: T): T => ({ ...record, id: id(record.id) })
  yield
  const narrowed = narrowing(coming, isOnBoth)
  yield
  const waivers = coming.waivers.filter(({ on }) => on.length > 0)
  // An assurance of a product speaks for every product of that name, those that were here before among them.
  const statements = coming.statements.filter(
    ({ kind, vendor }) => kind !== 'assurance' || vendor === null || !isOnBoth(vendor),
  )
  const mitigations = coming.mitigations.flatMap(narrowed)

  const records: Records = {
    segments: yield* mapped(coming.segments, (each) => ({
      ...named(each),
      parent: orNull(each.parent),
      pos: stand(each.pos, each.parent),
    })),
    vendors: coming.vendors.filter((each) => !isOnBoth(each.id)).map(named),
    components: yield* mapped(coming.components, (each) => ({
      ...named(each),
      segment: orNull(each.segment),
      vendor: orNull(each.vendor),
      host: orNull(each.host),
      pos: stand(each.pos, each.segment),
    })),
    links: yield* mapped(coming.links, (each) => ({
      ...named(each),
      from: orNull(each.from),
      to: orNull(each.to),
    })),
    risks: yield* mapped(coming.risks, (each) => ({ ...named(each), on: riskSubjectBy(each.on, id) })),
    mitigations: yield* mapped(mitigations, (each) => ({
      ...named(each),
      treats: each.treats.map(id),
      on: each.on.map((subject) => mitigationSubjectBy(subject, id)),
    })),
    notes: yield* mapped(coming.notes, (each) => ({
      ...named(each),
      segment: orNull(each.segment),
      pos: stand(each.pos, each.segment),
    })),
    comments: yield* mapped(coming.comments, (each) => ({
      ...named(each),
      thread: orNull(each.thread),
      on: each.on === null ? null : commentSubjectBy(each.on, id),
      at: each.at === null ? null : stand([each.at[0], each.at[1]], null),
    })),
    reviews: [],
    products: yield* mapped(coming.products, (each) => ({
      ...named(each),
      vendor: orNull(each.vendor),
      partOf: orNull(each.partOf),
    })),
    statements: yield* mapped(statements, (each) => ({
      ...named(each),
      vendor: orNull(each.vendor),
      product: orNull(each.product),
    })),
    threats: yield* mapped(coming.threats, (each, index) => ({
      ...named(each),
      number: ground.lastThreat + 1 + index,
      on: commentSubjectBy(each.on, id),
    })),
    waivers: yield* mapped(waivers, (each) => ({ ...named(each), on: each.on.map(id) })),
    entries: coming.entries.map(named),
  }
  const outermost = [
    ...records.segments.filter(({ parent }) => parent === null),
    ...[...records.components, ...records.notes].filter(({ segment }) => segment === null),
  ]
  return {
    records,
    outermost: outermost.map((each) => each.id),
    lastThreat: ground.lastThreat + coming.threats.length,
    left: [
      ...(coming.reviews.length > 0 ? ['Sign-offs are left out: what was signed is not this board.'] : []),
      ...(waivers.length < coming.waivers.length
        ? ['Waivers of a check for the whole board are left out: they would waive it for what is here, too.']
        : []),
      ...(statements.length < coming.statements.length
        ? [
            'Assurances of a vendor that this board has, too, are left out: they would speak for what is here, too.',
          ]
        : []),
      ...(mitigations.length < coming.mitigations.length
        ? ['Mitigations that cover nothing of what comes, or more than can be listed, are left out.']
        : []),
    ],
  }
}

function* mapped<T, U>(list: readonly T[], change: (each: T, index: number) => U): InParts<U[]> {
  const changed: U[] = []
  for (const each of list) {
    changed.push(change(each, changed.length))
    if (changed.length % PART === 0) yield
  }
  return changed
}

/** The id on the board of each record that comes: a vendor of the same name is the same. */
function* idsFor(
  coming: Model,
  board: Model,
  { isTaken, makeId }: Ground,
): InParts<ReadonlyMap<string, string>> {
  const plain = (name: string) => name.trim().toLowerCase()
  const vendors = new Map(board.vendors.map(({ id, name }) => [plain(name), id]))
  vendors.delete('')
  const ids = new Map<string, string>()
  for (const kind of KINDS) {
    for (const [index, { id }] of coming[kind].entries()) {
      if (isTaken(id)) ids.set(id, makeId(kind))
      if (index % PART === PART - 1) yield
    }
  }
  for (const { id, name } of coming.vendors) {
    const same = vendors.get(plain(name))
    if (same !== undefined) ids.set(id, same)
  }
  return ids
}

/** How far what comes has to move to stand to the right of all that is there, upper edges in line. */
function shiftFor(coming: Model, board: Model): Point {
  const there = boundsOf([...boardFrames(board).values()])
  const here = boundsOf([...boardFrames(coming).values()])
  if (there === null || here === null) return [0, 0]
  return [Math.round(there.at[0] + there.size[0] + GAP - here.at[0]), Math.round(there.at[1] - here.at[1])]
}
