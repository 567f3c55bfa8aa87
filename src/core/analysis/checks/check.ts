import type { Component, Risk } from '../../model/records.ts'
import type { CheckNetwork } from './check-network.ts'

/** A mechanical way out of a finding: fields to set, as one undo step. */
export type Fix = Readonly<{ label: string; changes: readonly FixChange[] }>
export type FixChange = Readonly<
  | { kind: 'components'; id: string; fields: Partial<Omit<Component, 'id'>> }
  | { kind: 'risks'; id: string; fields: Partial<Omit<Risk, 'id'>> }
>

/** What a check found at one place. `records` are ids, the main one first; `words` is one sentence that names them. */
export type Finding = Readonly<{ check: string; records: readonly string[]; words: string; fix?: Fix }>

/** One diagram rule. Its title, severity and source stand in the catalogue under the same id. */
export type Check = Readonly<{ id: string; run: (network: CheckNetwork) => readonly Finding[] }>
