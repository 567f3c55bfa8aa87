import { META } from '../../src/collab/doc/shape.ts'
import type { Role } from '../../src/collab/doc/wire.ts'
import { type Kind, KINDS } from '../../src/core/model/records.ts'

/** A part of the document that a role may or may not write: the records of one kind, or the board's own fields. */
type Part = Kind | typeof META

const ALL: readonly Part[] = [META, ...KINDS]

/** The one place that says who may write what. */
const WRITES: Readonly<Record<Role, readonly Part[]>> = {
  owner: ALL,
  editor: ALL,
  commenter: ['comments'],
  viewer: [],
}

export const mayWrite = (role: Role, part: string): boolean =>
  (WRITES[role] as readonly string[]).includes(part)

export const mayWriteAnything = (role: Role): boolean => WRITES[role].length > 0

/** Whether no update of this role has to be looked through. */
export const mayWriteEverything = (role: Role): boolean => WRITES[role].length === ALL.length
