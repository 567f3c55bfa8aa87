import type { CheckNetwork } from './check-network.ts'
import type { Finding } from './findings.ts'

/** One diagram rule. Its title, severity and source stand in the catalogue under the same id. */
export type Check = Readonly<{ id: string; run: (network: CheckNetwork) => readonly Finding[] }>
