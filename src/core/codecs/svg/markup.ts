import { printable } from '../printable.ts'
import { escapeXml } from '../xml.ts'
import { isExact } from './measure.ts'
import type { TextLine } from './wrap.ts'

export type Attributes = Readonly<Record<string, string | number | undefined>>

/** Of which nothing has to be escaped. */
const PLAIN = /^[\w .,#%()-]*$/

/** A tenth of a unit is finer than any screen shows. */
export const show = (value: number): string => String(Math.round(value * 10) / 10 + 0)

/** Text as it may be shown, escaped; sooner where there is nothing to do. */
export const escaped = (text: string): string => (PLAIN.test(text) ? text : escapeXml(printable(text)))

/** Whatever values are, they come out as attributes and nothing else. Children are markup. */
export function element(name: string, attributes: Attributes, children = ''): string {
  let open = `<${name}`
  for (const key in attributes) {
    const value = attributes[key]
    if (value === undefined) continue
    const text = typeof value === 'number' ? show(value) : escaped(value)
    open += ` ${key}="${text}"`
  }
  // Joined rather than added up: what strings are added up of lives on with them, and there are many.
  return children === '' ? `${open}/>` : [open, '>', children, '</', name, '>'].join('')
}

/** What is said of the elements around it, for screen readers and pointers. */
export const titled = (words: string): string => element('title', {}, escaped(words) || ' ')

/** The element of a record, under a name that is free of those of the definitions. */
export const recordId = (id: string): string => `rf-r-${id}`

/** Ascent and the height of a line of Roboto, in sizes. */
const ASCENT = 1900 / 2048
const NATURAL = 2400 / 2048

/** Where the letters of a line stand whose upper edge is at `top`. */
const baseline = (top: number, height: number, size: number): number =>
  top + (height - NATURAL * size) / 2 + ASCENT * size

/**
 * A line of text from `x` on, as wide as it is in Roboto whatever font it comes to be shown in. Signs that Roboto does not have
 * are shown as wide as they are. `fill` is a colour.
 */
export function textAt(x: number, top: number, line: Omit<TextLine, 'top' | 'ink'>, fill: string): string {
  const { text, size, weight, height, width } = line
  const y = show(baseline(top, height, size))
  const bold = weight === 'medium' ? ' font-weight="600"' : ''
  const length =
    width > 0 && isExact(text, weight) ? ` textLength="${show(width)}" lengthAdjust="spacingAndGlyphs"` : ''
  return [
    '<text x="',
    show(x),
    '" y="',
    y,
    '" font-size="',
    show(size),
    '"',
    bold,
    ' fill="',
    fill,
    '"',
    length,
    '>',
    escaped(text),
    '</text>',
  ].join('')
}
