import type { Kind } from './records.ts'

/** What one record of a kind is called, and what many are. */
export const KIND_WORDS: Readonly<Record<Kind, readonly [one: string, many: string]>> = {
  segments: ['segment', 'segments'],
  vendors: ['vendor', 'vendors'],
  components: ['component', 'components'],
  links: ['link', 'links'],
  risks: ['vendor risk', 'vendor risks'],
  mitigations: ['mitigation', 'mitigations'],
  notes: ['note', 'notes'],
  comments: ['comment', 'comments'],
  reviews: ['sign-off', 'sign-offs'],
  products: ['product', 'products'],
  statements: ['statement', 'statements'],
  threats: ['threat', 'threats'],
  waivers: ['waiver', 'waivers'],
  entries: ['own library entry', 'own library entries'],
}
