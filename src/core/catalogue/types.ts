import type { Carries, Criticality, Effect, Plane, Propagation } from '../model/terms.ts'

/** How a risk or check was seen: in its source, partly there, second-hand, or not at all. */
export const SEEN_DEGREES = ['primary', 'partly', 'secondary', 'memory'] as const
export type SeenDegree = (typeof SEEN_DEGREES)[number]

/** What every cited record carries. `seen` is missing where nobody recorded whether the source was looked up. */
export type Cited = {
  /** Free text: document and clause. Empty where the fact has no source. */
  readonly source: string
  readonly seen?: boolean | SeenDegree
}

/** A kind of network function, such as an AMF or a jump host. */
export type NetworkFunction = Cited & {
  readonly id: string
  readonly name: string
  readonly fullName: string
  /** Id of a `Segment`. */
  readonly segment: string
  readonly criticality: Criticality
  readonly aliases: readonly string[]
  readonly seen: boolean
  /** Outside the operator's own network (MO2: untrusted by default). */
  readonly external?: boolean
}

/** What only somebody asks who looks at one function; its `source` and `seen` are those of the function. */
export type FunctionDetails = {
  /** Id of the `NetworkFunction`. */
  readonly id: string
  readonly criticalityBasis: string
  /** The 3GPP security assurance specification that covers it, an id of the list `scas` of the frameworks. */
  readonly scas?: string
  /** Stands in reach of customers or passers-by. */
  readonly exposedEdge?: boolean
  /** Oversees other functions: owning it means seeing or steering them. */
  readonly oversight?: boolean
  /** Run by a supplier or service provider. */
  readonly thirdParty?: boolean
}

/** Ids of two functions; on interfaces that carry control the controlling end is the first (AN4). */
type EndPair = readonly [from: string, to: string]

/** A kind of link, such as N2 or an administrator's session. */
export type NetworkInterface = Cited & {
  readonly id: string
  readonly name: string
  readonly between: readonly EndPair[]
  readonly protocol: string
  readonly plane: Plane
  readonly seen: boolean
  readonly protect?: string
  readonly note?: string
  /** Stated only where the interface differs from what its plane carries by default. */
  readonly carries?: Carries
}

export const RISK_GROUPS = [
  'engineering',
  'assurance',
  'product-security',
  'supply',
  'lifecycle',
  'access',
  'strategic',
  'deployment',
] as const
type RiskGroup = (typeof RISK_GROUPS)[number]

export const RISK_SCOPES = ['product', 'vendor', 'network'] as const
type RiskScope = (typeof RISK_SCOPES)[number]

/** A kind of vendor risk; `risks[].category` of a model names one. */
export type RiskCategory = Cited & {
  readonly id: string
  readonly title: string
  readonly category: RiskGroup
  readonly scope: RiskScope
  readonly description: string
  readonly typicalEvidence: readonly string[]
  /** STRIDE letters. */
  readonly stride: readonly string[]
  readonly euRiskScenarios: readonly string[]
  /** Ids of FiGHT and of ATT&CK techniques. */
  readonly fight: readonly string[]
  readonly attack: readonly string[]
  readonly suggestedSeverity: Criticality
  readonly seen: SeenDegree
  /** Ids of `MitigationControl`. */
  readonly mitigations: readonly string[]
  readonly propagation: Propagation
}

export const CONTROL_KINDS = ['technical', 'procedural', 'contractual', 'strategic'] as const
type ControlKind = (typeof CONTROL_KINDS)[number]

export const CONTROL_TARGETS = ['vendor', 'component', 'interface', 'zone', 'network'] as const
type ControlTarget = (typeof CONTROL_TARGETS)[number]

/** Ids in the frameworks that a mitigation answers to; `enisaScm` has no list here to check against. */
type ControlReferences = {
  readonly euToolbox?: readonly string[]
  readonly ukCoP?: readonly string[]
  readonly vsa?: readonly string[]
  readonly enisaScm?: readonly string[]
  readonly attack?: readonly string[]
  readonly fight?: readonly string[]
  readonly nesas?: readonly string[]
}

/** A kind of mitigation; `mitigations[].control` of a model names one. */
export type MitigationControl = Cited & {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly kind: ControlKind
  /** One or more of vendor, operator and regulator, separated by spaces, the first in the lead. */
  readonly owner: string
  readonly appliesTo: readonly ControlTarget[]
  readonly pathEffect: Effect
  readonly refs: ControlReferences
}

/** A part of the network, in the order of the palette. */
export type Segment = { readonly id: string; readonly name: string; readonly order: number }

/** A trust zone. */
export type Zone = Cited & { readonly id: string; readonly name: string; readonly description: string }

/** A rule that a reviewer applies to a design, in words. */
export type DesignCheck = Cited & {
  readonly id: string
  readonly title: string
  readonly rule: string
  readonly severity: Criticality
  readonly seen: SeenDegree
}

/** A supplier's name and lines of business: no rating of any kind. */
export type KnownVendor = {
  readonly id: string
  readonly name: string
  readonly categories: readonly string[]
}
