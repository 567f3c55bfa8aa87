import type { Role } from '../../src/collab/doc/wire.ts'

/** Who may change a board; everybody else reads it, and shows a cursor. */
export const mayWrite = (role: Role): boolean => role === 'owner' || role === 'editor'
