import { BLANK_COMPONENT, BLANK_LINK } from '../model/blank.ts'
import type { CommentSubject, Component, Link, Mitigation, Segment, Threat } from '../model/records.ts'

/** Records of which nothing is said yet, for what another tool has. */

export const blankSegment = (id: string): Segment => ({
  id,
  name: '',
  kind: null,
  parent: null,
  zone: null,
  pos: [0, 0],
  size: [320, 240],
})

export const blankComponent = (id: string): Component => ({ id, ...BLANK_COMPONENT })

export const blankLink = (id: string): Link => ({ id, ...BLANK_LINK })

export const blankThreat = (id: string, on: CommentSubject, number: number): Threat => ({
  id,
  number,
  technique: null,
  stride: null,
  title: '',
  description: '',
  on,
  decision: 'open',
  rationale: '',
  by: '',
  at: null,
})

/** EX6: it treats nothing and governs only, so that it gives no credit. What it is on is still to be said. */
export const blankMitigation = (id: string): Mitigation => ({
  id,
  title: '',
  control: null,
  effect: 'governs',
  treats: [],
  on: [],
  status: 'proposed',
  effort: null,
  due: null,
  owner: '',
  evidence: [],
})
