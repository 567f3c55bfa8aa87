/** The TTF files of Roboto in the two weights that pictures and documents are set in; whoever calls brings their bytes. */
export type FontFiles = Readonly<{ regular: Uint8Array; medium: Uint8Array }>

/** How documents and pictures name it. */
export const FONT_FAMILY = 'Roboto'
