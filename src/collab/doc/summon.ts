/** How long a request to come stands that nobody answers. */
export const SUMMON_STANDS_MS = 60_000
