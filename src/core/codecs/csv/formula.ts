/**
 * Spreadsheets take a cell that begins like this for a formula (OWASP, "CSV Injection"), also with the wide forms of East Asian
 * keyboards. An apostrophe before it makes it text; where text begins with one, it gets another, so that taking one away
 * gives back what was there.
 */
const FORMULA = /^['=+\-@\t\r\n＝＋－＠]/
const MADE_HARMLESS = /^'['=+\-@\t\r\n＝＋－＠]/

export const makeHarmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

export const takeBack = (text: string): string => (MADE_HARMLESS.test(text) ? text.slice(1) : text)
