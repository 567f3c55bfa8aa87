import type { Component, Link, Risk } from './records.ts'

/** What a record says of which nothing is said; the same as the defaults of the schema, without having to load that. */

export const BLANK_COMPONENT: Omit<Component, 'id'> = {
  name: '',
  function: null,
  segment: null,
  vendor: null,
  product: null,
  version: null,
  criticality: null,
  untrusted: null,
  hardware: null,
  supportEnd: null,
  removal: null,
  host: null,
  site: null,
  sensitiveSite: false,
  sensitiveData: false,
  exposedEdge: null,
  thirdParty: null,
  weight: null,
  pos: [0, 0],
}

export const BLANK_LINK: Omit<Link, 'id'> = {
  from: null,
  to: null,
  interface: null,
  name: null,
  direction: 'both',
  plane: null,
  carries: null,
  protection: null,
}

export const BLANK_RISK: Omit<Risk, 'id' | 'on'> = {
  title: '',
  category: null,
  propagation: null,
  likelihood: 3,
  impact: 3,
  status: 'open',
  acceptedUntil: null,
  acceptedBy: '',
  rationale: '',
  evidence: [],
}
