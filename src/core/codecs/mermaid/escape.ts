/** Signs that mean nothing in a quoted label, wherever they stand. */
const PLAIN = /[\p{L}\p{M}\p{N}\p{Pd} ,/()_:.+]/u
/** At the beginning of a label these make a list of it. */
const LIST = /^(?:[+*-]|\d+[.)])/

/**
 * A text as a quoted label. All that could end the label, or be markup, Markdown, an entity or a directive is written as its
 * code, `#34;`, which Mermaid shows as the sign itself.
 */
export function label(text: string): string {
  const line = text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
  const list = LIST.exec(line)?.[0].length ?? 0
  const escaped = [...line].map((sign, place) =>
    PLAIN.test(sign) && (place >= list || /\d/.test(sign)) ? sign : `#${sign.codePointAt(0)};`,
  )
  return `"${escaped.join('') || ' '}"`
}
