/** A whole document: its state, as the server gives it (version 2), or all updates that it is made of (version 1). */
export type Whole = Readonly<{ state: Uint8Array }> | Readonly<{ updates: readonly Uint8Array[] }>
/** An update (version 1) that rests on those before it; null once there are no more. */
export type Part = Uint8Array | null
