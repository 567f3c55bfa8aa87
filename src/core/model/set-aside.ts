/** Something that a board could not take as it stands: the id of the record, and why. */
export type SetAside = Readonly<{ id: string; reason: string }>
