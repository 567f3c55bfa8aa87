import frameworksData from './data/frameworks.json' with { type: 'json' }
import ukCodeData from './data/uk-code-measures.json' with { type: 'json' }

// Large and rarely needed: import this module with `import()`, never from the everyday lookups.

/** A list out of one document; `seen` says in words how much of it was looked up. */
type Document = { readonly document: string; readonly url?: string; readonly seen: string }
type Heading = { readonly id: string; readonly title: string }

type Frameworks = {
  readonly euToolbox: Document & {
    readonly strategic: readonly Heading[]
    readonly technical: readonly Heading[]
  }
  readonly euRiskScenarios: Document & { readonly items: readonly (Heading & { readonly group: string })[] }
  readonly euAssetSensitivity: Document & {
    readonly items: readonly {
      readonly category: string
      readonly sensitivity: string
      readonly examples: readonly string[]
    }[]
  }
  readonly supplierRiskFactorsEU: Document & { readonly items: readonly string[] }
  readonly hrvFactorsUK: Document & { readonly items: readonly string[] }
  readonly ukDesignatedVendorDirection2022: Document & {
    readonly vendor: string
    /** `by` is a day or words. */
    readonly requirements: readonly { readonly text: string; readonly by: string; readonly note?: string }[]
  }
  readonly ukRegulations2022: Document & {
    readonly items: readonly { readonly n: number; readonly title: string }[]
  }
  readonly ukCodeTiers: {
    readonly seen: string
    readonly tiers: readonly { readonly tier: number; readonly turnover: string }[]
    readonly status: string
  }
  readonly vsa: Document & { readonly items: readonly Heading[] }
  readonly nesas: Document & { readonly items: readonly Heading[] }
  readonly scas: Document & {
    readonly items: readonly {
      readonly id: string
      readonly networkProductClass: string
      readonly seen: boolean
    }[]
  }
  readonly stride: readonly Heading[]
  readonly enisaThreatTaxonomy: Document & { readonly items: readonly Heading[] }
  readonly csa2Proposal: Document & { readonly points: readonly string[] }
}

type UkCode = {
  readonly document: string
  readonly note: string
  readonly measures: readonly {
    readonly id: string
    readonly group: string
    readonly regulations: readonly string[]
  }[]
}

/** Laws, toolboxes and assurance schemes that risks and mitigations refer to. */
export const frameworks: Frameworks = frameworksData

/** The measures of the UK Telecommunications Security Code of Practice: identifiers, groups and regulations. */
export const ukCode: UkCode = ukCodeData
