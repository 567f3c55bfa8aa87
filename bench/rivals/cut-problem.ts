/** The steps (AN7) of a model, of which as few links as possible are to be cut (AN12). Typed arrays by step or by node. */
export type CutProblem = Readonly<{
  nodeCount: number
  /** Ids in ascending order; `link` numbers them. */
  links: readonly string[]
  tail: Int32Array
  head: Int32Array
  link: Int32Array
  isAccess: Uint8Array
  foothold: Uint8Array
  untrusted: Uint8Array
  targets: Int32Array
}>
