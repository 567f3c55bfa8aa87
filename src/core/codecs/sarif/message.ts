/**
 * A plain text message of whatever people have written: curly brackets are doubled, since single ones hold a place for an argument,
 * and nothing in it is a link (SARIF 2.1.0, 3.11.5 and 3.11.6).
 */
export const plainMessage = (text: string): { readonly text: string } => ({
  text: text.replace(/[{}]/g, '$&$&').replaceAll('](', '] ('),
})
