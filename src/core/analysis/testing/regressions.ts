/** Seeds that once failed, by the name of the property test; they are run before all others, always. */
export const REGRESSIONS: Readonly<Record<string, readonly number[]>> = {}
