import { READ_LIMITS } from '../../limits.ts'
import { readXml, type XmlElement } from '../../xml.ts'

const ELEMENTS = new Set([
  'svg',
  'title',
  'desc',
  'defs',
  'g',
  'use',
  'rect',
  'circle',
  'ellipse',
  'path',
  'text',
])
const ATTRIBUTES = new Set([
  ...['xmlns', 'xmlns:xlink', 'width', 'height', 'viewBox', 'font-family', 'role', 'id', 'transform'],
  ...[
    'x',
    'y',
    'rx',
    'ry',
    'cx',
    'cy',
    'r',
    'd',
    'xlink:href',
    'fill',
    'fill-opacity',
    'stroke',
    'stroke-width',
  ],
  ...['stroke-opacity', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'font-size', 'font-weight'],
  ...['textLength', 'lengthAdjust', 'shape-rendering'],
])

/** A piece of text where it stands, with its width. */
type PlacedText = Readonly<{ text: string; x: number; y: number; width: number; size: number }>

export type Audit = Readonly<{
  root: XmlElement
  /** Whatever is not allowed in a picture, in words. */
  faults: readonly string[]
  /** In the order of the document, without what stands in definitions. */
  texts: readonly PlacedText[]
  titles: readonly string[]
}>

/** Reads a picture, and looks for anything in it that no picture may have or that lies outside of what it shows. */
export function audit(svg: string): Audit {
  const read = readXml(svg, { ...READ_LIMITS, values: 10_000_000 })
  if (!read.ok) throw new Error(read.problems.map(({ at, message }) => `${at}: ${message}`).join())
  const faults: string[] = []
  const texts: PlacedText[] = []
  const titles: string[] = []
  const ids = new Set<string>()
  const [left, top, width, height] = numbers(read.value.attributes.get('viewBox'))
  const inside = (what: string, x: number, y: number, wide: number, high: number) => {
    const within =
      x >= (left as number) &&
      y >= (top as number) &&
      x + wide <= (left as number) + (width as number) &&
      y + high <= (top as number) + (height as number)
    if (!within) faults.push(`${what} lies outside`)
  }
  const visit = (
    element: XmlElement,
    [dx, dy]: readonly [number, number],
    scale: number,
    defined: boolean,
  ) => {
    const { name, attributes, children, text } = element
    if (!ELEMENTS.has(name)) faults.push(`<${name}>`)
    for (const key of attributes.keys()) if (!ATTRIBUTES.has(key)) faults.push(`${name} ${key}`)
    const numberOf = (key: string) => Number(attributes.get(key) ?? 0)
    for (const [key, value] of attributes)
      if (/NaN|Infinity|undefined|null/.test(value) && key !== 'id') faults.push(`${name} ${key} is ${value}`)
    const id = attributes.get('id')
    if (id !== undefined && (!id.startsWith('rf-') || ids.has(id))) faults.push(`id ${id}`)
    if (id !== undefined) ids.add(id)
    const target = attributes.get('xlink:href')
    if (name === 'use' && !ids.has((target ?? '').slice(1))) faults.push(`use of ${target}`)
    if (target !== undefined && !target.startsWith('#rf-')) faults.push(`reference to ${target}`)
    if (text.trim() !== '' && !['title', 'desc', 'text'].includes(name)) faults.push(`text in ${name}`)
    if (name === 'title') titles.push(text)
    const shift = /^translate\((\S+) (\S+)\)$/.exec(attributes.get('transform') ?? '')
    const own = scale * Number(/^scale\((\S+)\)$/.exec(attributes.get('transform') ?? '')?.[1] ?? 1)
    const at = [dx + Number(shift?.[1] ?? 0), dy + Number(shift?.[2] ?? 0)] as const
    const [x, y] = [numberOf('x') + at[0], numberOf('y') + at[1]]
    const isDefined = defined || name === 'defs'
    if (!isDefined && name === 'text') {
      const [wide, size] = [numberOf('textLength'), numberOf('font-size')]
      texts.push({ text, x, y, width: wide, size })
      inside(`the text ${text}`, x, y - size * 0.7, wide, size * 0.7)
    }
    if (!isDefined && name === 'rect') inside('a box', x, y, numberOf('width'), numberOf('height'))
    if (!isDefined && name === 'path')
      for (const [, px, py] of (attributes.get('d') ?? '').matchAll(/[MLQ](\S+) (-?[\d.]+)/g))
        inside('a line', Number(px) * own, Number(py) * own, 0, 0)
    for (const child of children) visit(child, at, own, isDefined)
  }
  visit(read.value, [0, 0], 1, false)
  return { root: read.value, faults, texts, titles }
}

const numbers = (list: string | undefined): number[] => (list ?? '').split(' ').map(Number)
