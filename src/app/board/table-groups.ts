/** What the tables of the drawer are about, in the order in which they stand. */
export const TABLE_GROUPS = ['Exposure', 'Registers', 'Review'] as const
export type TableGroup = (typeof TABLE_GROUPS)[number]
