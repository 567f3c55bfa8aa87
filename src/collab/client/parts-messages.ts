/** A whole document: its state, as the server gives it (version 2), or all updates that it is made of (version 1). */
export type Whole = Readonly<{ state: Uint8Array }> | Readonly<{ updates: readonly Uint8Array[] }>
export type Part = Readonly<{ update: Uint8Array; isLast: boolean }>
