import type { OutputId } from '../core/codecs/outputs.ts'
import { printable } from '../core/codecs/printable.ts'
import { isExact } from '../core/codecs/svg/measure.ts'
import type { Model } from '../core/model/records.ts'

/** Signs of our own that Roboto has not, and what says the same. */
const INSTEAD: Readonly<Record<string, string>> = {
  '\u2192': '\u203A',
  '\u2190': '\u2039',
  '\u21C4': '\u2039\u203A',
}

/** Text as it may be printed in a document that has Roboto alone. */
export const inRoboto = (text: string): string =>
  printable(text).replace(/[\u2190\u2192\u21C4]/g, (sign) => INSTEAD[sign] ?? sign)

const MOST_TOLD = 8

/** What somebody has to know of a file that has Roboto alone: signs of the board that it lacks are boxes there. */
export function remarksOn(model: Model, output: OutputId): readonly string[] {
  if (output !== 'png' && output !== 'pdf' && output !== 'report-pdf') return []
  const missing = new Set<string>()
  for (const text of output === 'report-pdf' ? [JSON.stringify(model)] : drawnTexts(model)) {
    if (isExact(text, 'regular')) continue
    for (const sign of inRoboto(text)) {
      if (/\s/.test(sign) || isExact(sign, 'regular')) continue
      missing.add(sign)
      if (missing.size > MOST_TOLD) break
    }
  }
  if (missing.size === 0) return []
  const told = [...missing].slice(0, MOST_TOLD).join(' ')
  return [
    `Some texts of this board have signs that the letters of this file lack (${told}${missing.size > MOST_TOLD ? ' …' : ''}): they show as boxes. SVG, HTML and Word have them.`,
  ]
}

const drawnTexts = ({ meta, segments, components, vendors, links, notes }: Model): readonly string[] => [
  meta.title,
  ...[...segments, ...components, ...vendors, ...links].map(({ name }) => name ?? ''),
  ...components.map(({ product }) => product ?? ''),
  ...notes.map(({ text }) => text),
]
