/** What is written for one that has no value: `${TAG:-v1}`, `${TAG-v1}`. */
const WITH_DEFAULT = /\$\{[A-Za-z_]\w*:?-([^${}]*)\}/g
/** Defaults within defaults that are worth looking at. */
const MOST_LEVELS = 8

/**
 * The text with the defaults that it states itself in the place of variables. No environment is looked at: a variable without a
 * default stays as it is written.
 */
export function interpolate(text: string): string {
  let current = text.replaceAll('$$', ESCAPED)
  for (let level = 0; level < MOST_LEVELS; level++) {
    const next = current.replace(WITH_DEFAULT, (_all, byDefault: string) => byDefault)
    if (next === current) break
    current = next
  }
  return current.replaceAll(ESCAPED, '$')
}

/** Stands for `$$`, which is a plain `$`; no file that YAML reads holds it. */
const ESCAPED = '\u0000'

export const hasVariable = (text: string): boolean => /\$(?:\{|[A-Za-z_])/.test(text)
