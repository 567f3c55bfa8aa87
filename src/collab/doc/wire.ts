/**
 * The messages on `/sync/:id`. Types 0 and 1 are y-websocket's own (sync, awareness). Type 100 is ours: a client that
 * put `ack=1` into the query is told how many of its write messages (sync step 2 and update) of this connection are
 * stored durably. Body: one varuint, the running count.
 */
export const MESSAGE_SYNC = 0
export const MESSAGE_AWARENESS = 1
export const MESSAGE_ACK = 100

export const SYNC_STEP_1 = 0
export const SYNC_STEP_2 = 1
export const SYNC_UPDATE = 2

/** Close codes. 4400–4499 are final: the client must not reconnect by itself. */
export const CLOSE = {
  goingAway: 1001,
  internalError: 1011,
  restart: 1012,
  tryAgainLater: 1013,
  badFrame: 4400,
  badTicket: 4401,
  forbidden: 4403,
  noSuchBoard: 4404,
  tooLarge: 4413,
  tooMany: 4429,
} as const

export const ROLES = ['owner', 'editor', 'commenter', 'viewer'] as const
export type Role = (typeof ROLES)[number]
