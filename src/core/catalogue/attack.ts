import data from './data/attack.json' with { type: 'json' }

// Large and rarely needed: import this module with `import()`, never from the everyday lookups.

type AttackTechnique = {
  readonly id: string
  readonly name: string
  readonly tactics: readonly string[]
  readonly platforms: readonly string[]
  readonly mitigations: readonly string[]
  readonly url: string
}

type Attack = {
  /** Where the subset comes from; `notice` has to be shown wherever its content is. */
  readonly _source: {
    readonly name: string
    readonly repo: string
    readonly path: string
    readonly commit: string
    readonly version: string
    readonly licence: string
    readonly notice: string
  }
  readonly techniques: readonly AttackTechnique[]
  readonly mitigations: readonly { readonly id: string; readonly name: string; readonly url: string }[]
}

/** MITRE ATT&CK Enterprise v18.1: the techniques that touch network equipment and suppliers, names and links only. */
export const attack: Attack = data
