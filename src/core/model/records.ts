import type * as z from 'zod/mini'
import type { metaSchema, policySchema, recordSchemas } from './schemas.ts'

/** The records of a model as types, apart from their schemas: most of the product never checks one. */

export type Kind = keyof typeof recordSchemas
export const KINDS = [
  'segments',
  'vendors',
  'components',
  'links',
  'risks',
  'mitigations',
  'notes',
  'comments',
  'reviews',
  'products',
  'statements',
  'threats',
  'waivers',
  'entries',
] as const satisfies readonly Kind[]

/** The declared fields of a loose object, without the index signature that stands for the unknown ones. */
type Known<T> = { [K in keyof T as string extends K ? never : K]: T[K] }
type Inferred<K extends Kind> = Readonly<Known<z.output<(typeof recordSchemas)[K]>>>

/** Where a risk sits (MO3): one component, every product of a vendor, or one product of a vendor. */
export type RiskSubject = Readonly<{ component: string } | { vendor: string; product?: string | null }>
/** What a mitigation covers (MO3), one entry of its `on`. */
export type MitigationSubject = Readonly<
  { component: string } | { link: string } | { segment: string } | { vendor: string }
>
/** A line of text (often an address), or an object that another tool wrote. */
export type Evidence = string | Readonly<Record<string, unknown>>

export type Segment = Inferred<'segments'>
export type Vendor = Inferred<'vendors'>
export type Component = Inferred<'components'>
export type Link = Inferred<'links'>
export type Risk = Omit<Inferred<'risks'>, 'on' | 'evidence'> &
  Readonly<{ on: RiskSubject; evidence: readonly Evidence[] }>
export type Mitigation = Omit<Inferred<'mitigations'>, 'on' | 'evidence' | 'treats'> &
  Readonly<{ on: readonly MitigationSubject[]; evidence: readonly Evidence[]; treats: readonly string[] }>
export type Note = Inferred<'notes'>
/** What a comment is pinned to (MO6). */
export type CommentSubject = Readonly<{ component: string } | { link: string } | { segment: string }>
export type Comment = Omit<Inferred<'comments'>, 'on' | 'resolved'> &
  Readonly<{ on: CommentSubject | null; resolved: Readonly<{ by: string; at: string }> | null }>
/** What a sign-off is about (MO7). */
export type ReviewScope = Readonly<
  { segment: string } | { vendor: string } | { risk: string; target: string }
>
/** What the analysis came to within the scope when it was signed, in that scenario on that day. */
export type ReviewOutcome = Readonly<Known<NonNullable<Inferred<'reviews'>['outcome']>>>
export type Review = Omit<Inferred<'reviews'>, 'scope' | 'outcome' | 'withdrawn'> &
  Readonly<{
    scope: ReviewScope | null
    outcome: ReviewOutcome | null
    withdrawn: Readonly<{ by: string; at: string }> | null
  }>
export type Product = Omit<Inferred<'products'>, 'evidence'> & Readonly<{ evidence: readonly Evidence[] }>
export type Statement = Omit<Inferred<'statements'>, 'evidence'> & Readonly<{ evidence: readonly Evidence[] }>
export type Threat = Omit<Inferred<'threats'>, 'on'> & Readonly<{ on: CommentSubject }>
export type Waiver = Omit<Inferred<'waivers'>, 'on'> & Readonly<{ on: readonly string[] }>
/** A risk or a mitigation of the team's own, beside those of the catalogue (MO10). */
export type Entry = Omit<Inferred<'entries'>, 'references'> & Readonly<{ references: readonly string[] }>
/** [x, y] in canvas units, relative to the enclosing segment. */
export type Point = readonly [number, number]

export type RecordOf = {
  segments: Segment
  vendors: Vendor
  components: Component
  links: Link
  risks: Risk
  mitigations: Mitigation
  notes: Note
  comments: Comment
  reviews: Review
  products: Product
  statements: Statement
  threats: Threat
  waivers: Waiver
  entries: Entry
}
export type Records = { readonly [K in Kind]: readonly RecordOf[K][] }

type Policy0 = Known<z.output<typeof policySchema>>
export type Policy = Readonly<Omit<Policy0, 'planes'> & { planes: Readonly<Known<Policy0['planes']>> }>
export type Meta = Readonly<Omit<Known<z.output<typeof metaSchema>>, 'policy'> & { policy: Policy }>

export const FORMAT = 'ringfence'
export const VERSION = 1

/** A whole model. Lists are in any order; ids are unique over all of them. */
export type Model = Readonly<{ format: typeof FORMAT; version: typeof VERSION; meta: Meta } & Records>

const DEFAULT_POLICY: Policy = {
  scenario: 'current',
  planes: {
    management: 'control',
    control: 'access',
    signalling: 'access',
    'lawful-intercept': 'access',
    user: 'none',
  },
  access: 'weakness',
}

/** An empty model with every default filled in. */
export function emptyModel(title = ''): Model {
  const lists = Object.fromEntries(KINDS.map((kind) => [kind, []])) as unknown as Records
  const meta = {
    title,
    description: '',
    jurisdiction: null,
    restrictedCap: null,
    lastThreat: 0,
    policy: DEFAULT_POLICY,
  }
  return { format: FORMAT, version: VERSION, meta, ...lists }
}
