/**
 * The messages on `/sync/:id`. Types 0 and 1 are y-websocket's own (sync, awareness). Type 100 is ours: a client that
 * put `ack=1` into the query is told how many of its write messages (sync step 2 and update) of this connection are
 * stored durably. Body: one varuint, the running count. A message that changes nothing counts as well.
 *
 * The count `n` says that the first `n` write messages are durable, all of them. An update may build on one that the
 * server lacks, as after editing offline. What does not fit is thrown away, so neither that message nor any after it is
 * acknowledged until a step 2 leaves no gap: a step 2 holds everything that the client has, so it makes good for all
 * before it and the count jumps to its own number. Where no step 2 is on its way the server asks with a step 1.
 *
 * An empty awareness message keeps the line alive. A client's own state is not sent back to it.
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
  /** A frame beyond the limit. Sent again it would fare no better, so this one is final, too. */
  frameTooLarge: 1009,
  internalError: 1011,
  restart: 1012,
  tryAgainLater: 1013,
  badFrame: 4400,
  badTicket: 4401,
  /** The link that the person came by was revoked or has expired. */
  linkEnded: 4402,
  forbidden: 4403,
  noSuchBoard: 4404,
  boardDeleted: 4410,
  tooLarge: 4413,
  tooMany: 4429,
} as const

export const ROLES = ['owner', 'editor', 'commenter', 'viewer'] as const
export type Role = (typeof ROLES)[number]

/** A link to a board, as its owners see it. Times are ISO, null for never. */
export type Link = Readonly<{
  id: string
  role: Role
  name: string
  created: string
  expires: string | null
  revoked: string | null
}>
