import { create } from 'zustand'

export const REGISTERS = ['risks', 'mitigations', 'vendors', 'components'] as const
export type RegisterName = (typeof REGISTERS)[number]

/** How somebody looks at one register: what a link to it carries. */
export type RegisterView = Readonly<{
  query: string
  /** Null is the register's own order. */
  sort: Readonly<{ column: string; descending: boolean }> | null
  /** By column, the values that rows may have; a column that is not named lets all pass. */
  facets: Readonly<Record<string, readonly string[]>>
  /** What rows stand together by; null where they stand in one list. */
  group: string | null
  fold: Fold
}>

/** Which groups are folded away: all or none, but for those named by their value. */
export type Fold = Readonly<{ all: boolean; but: readonly string[] }>

export const UNFOLDED: Fold = { all: false, but: [] }

export const PLAIN_VIEW: RegisterView = { query: '', sort: null, facets: {}, group: null, fold: UNFOLDED }

export const useRegisters = create<Readonly<Record<RegisterName, RegisterView>>>()(() => ({
  risks: PLAIN_VIEW,
  mitigations: PLAIN_VIEW,
  vendors: PLAIN_VIEW,
  components: PLAIN_VIEW,
}))

export function setRegister(name: RegisterName, change: Partial<RegisterView>): void {
  useRegisters.setState((views) => ({ [name]: { ...views[name], ...change } }))
}
