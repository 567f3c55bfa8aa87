import data from './data/fight.json' with { type: 'json' }

// Large and rarely needed: import this module with `import()`, never from the everyday lookups.

type FightTechnique = {
  readonly id: string
  readonly name: string
  readonly tactics: readonly string[]
  readonly tacticNames: readonly string[]
  readonly parent: string | null
  readonly status: string
  readonly kind: string
  readonly segments: readonly string[]
  readonly platforms: readonly string[]
  readonly accessRequired: string | null
  readonly criticalAssets: readonly string[]
  /** Those of the technique together with those of its addendums. */
  readonly mitigations: readonly string[]
  readonly url: string
}

type Fight = {
  /** Where the extract comes from; `notice` has to be shown wherever its content is. */
  readonly _source: {
    readonly name: string
    readonly repo: string
    readonly path: string
    readonly commit: string
    readonly version: string
    readonly licence: string
    readonly notice: string
    readonly changes: string
  }
  readonly tactics: readonly { readonly id: string; readonly name: string }[]
  readonly techniques: readonly FightTechnique[]
  readonly mitigations: readonly {
    readonly id: string
    readonly name: string
    readonly techniques: readonly string[]
    readonly url: string
  }[]
  readonly mitigationIdsWithoutEntry: readonly string[]
}

/** MITRE FiGHT v3.0.1, the threats to 5G networks: identifiers, names and links only. */
export const fight: Fight = data
