import type { Component } from '../../model/records.ts'

/** A mechanical way out of a finding: fields to set, as one undo step. */
export type Fix = Readonly<{ label: string; changes: readonly FixChange[] }>
type FixChange = Readonly<{
  kind: 'components'
  id: string
  fields: Partial<Omit<Component, 'id'>>
}>

/** What a check found at one place. `records` are ids, the main one first; `words` is one sentence that names them. */
export type Finding = Readonly<{ check: string; records: readonly string[]; words: string; fix?: Fix }>

/** A finding that a waiver covers on the day, the waiver's id and its last day. */
export type Waived = Readonly<{ finding: Finding; waiver: string; until: string | null }>

/** What is open, by severity, then check, then records; and what is waived, in the same order. */
export type CheckResult = Readonly<{ findings: readonly Finding[]; waived: readonly Waived[] }>
