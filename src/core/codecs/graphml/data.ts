import { FARTHEST } from '../../model/reach.ts'
import type { Point } from '../../model/records.ts'
import type { Box } from '../../layout/geometry.ts'
import { htmlText, looksLikeHtml } from '../html-text.ts'
import { childrenOf, localName, type XmlElement } from '../xml.ts'

/** What a `key` declares: the name of a field, and its value where an element says none. */
type Key = Readonly<{ name: string; of: string; usual: string | null }>
export type Keys = ReadonlyMap<string, Key>

export function keysOf(file: XmlElement): Keys {
  return new Map(
    childrenOf(file, 'key').map(({ attributes, children }) => {
      const id = attributes.get('id') ?? ''
      const usual = children.find(({ name }) => localName(name) === 'default')?.text.trim() ?? null
      return [id, { name: attributes.get('attr.name') ?? id, of: attributes.get('for') ?? 'all', usual }]
    }),
  )
}

type Fields = ReadonlyMap<string, string>

/** The fields that elements of one kind have where they say nothing else: once for all of them. */
export type Usual = Readonly<{
  fields: Fields
  lowerCase: Fields
  /** What they count for with each element that has them. */
  weight: number
}>

export function usualOf(keys: Keys, kind: 'node' | 'edge' | 'graph'): Usual {
  const fields = new Map(
    [...keys.values()].flatMap(({ name, of, usual }) =>
      usual !== null && usual !== '' && (of === kind || of === 'all') ? [[name, usual] as const] : [],
    ),
  )
  const weight = [...fields].reduce((sum, field) => sum + 1 + Math.floor(field.join('').length / 32), 0)
  return { fields, lowerCase: inLowerCase(fields), weight }
}

export const NOTHING_USUAL: Usual = { fields: new Map(), lowerCase: new Map(), weight: 0 }

const inLowerCase = (fields: Fields): Fields =>
  new Map([...fields].map(([name, value]) => [name.toLowerCase(), value]))

/** The fields of an element by name, its own and the usual ones, and what the yEd editor says of how it is drawn. */
export type Data = Readonly<{ own: Fields; usual: Usual; drawn: readonly XmlElement[] }>

export function dataOf(element: XmlElement, keys: Keys, usual: Usual): Data {
  const own = new Map<string, string>()
  const drawn: XmlElement[] = []
  for (const { attributes, children, text } of childrenOf(element, 'data')) {
    const id = attributes.get('key') ?? ''
    if (children.length > 0) for (const child of children) drawn.push(child)
    else if (text.trim() !== '') own.set(keys.get(id)?.name ?? id, text.trim())
  }
  const description = childrenOf(element, 'desc')[0]?.text.trim() ?? ''
  if (description !== '') own.set('desc', description)
  return { own, usual, drawn }
}

export const allFields = ({ own, usual }: Data): Fields => new Map([...usual.fields, ...own])

/** The value of the first field that is called so, whatever the case. */
export function fieldOf({ own, usual }: Data, names: readonly string[]): string | null {
  const lowerCase = inLowerCase(own)
  for (const name of names) {
    const value = lowerCase.get(name) ?? usual.lowerCase.get(name)
    if (value !== undefined) return value
  }
  return null
}

/** The first element of this name in what yEd says, at any depth. */
export function drawnAs({ drawn }: Data, name: string): XmlElement | null {
  const pending = drawn.toReversed()
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    if (localName(element.name) === name) return element
    for (const child of element.children.toReversed()) pending.push(child)
  }
  return null
}

/** The words of a yEd label, on one line. */
export function labelOf(data: Data, name: 'NodeLabel' | 'EdgeLabel'): string {
  const label = drawnAs(data, name)
  if (label === null || label.attributes.get('hasText') === 'false') return ''
  const words = looksLikeHtml(label.text) ? htmlText(label.text) : label.text
  return words.replace(/\s+/g, ' ').trim()
}

/** Where yEd draws a node; null where it does not, or where no board reaches. */
export function boxOf(data: Data): Box | null {
  const geometry = drawnAs(data, 'Geometry')
  if (geometry === null) return null
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) =>
    numberOf(geometry.attributes.get(name) ?? '', FARTHEST),
  )
  if (x === undefined || x === null || y === undefined || y === null) return null
  return { at: [x, y], size: [Math.max(width ?? 0, 0), Math.max(height ?? 0, 0)] }
}

/** Latitude and longitude in degrees; null where a node has none. */
export function placeOf(data: Data): Point | null {
  const latitude = numberOf(fieldOf(data, ['latitude', 'lat']) ?? '', 90)
  const longitude = numberOf(fieldOf(data, ['longitude', 'long', 'lng', 'lon']) ?? '', 360)
  return latitude === null || longitude === null ? null : [latitude, longitude]
}

const numberOf = (text: string, most: number): number | null => {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  return Math.abs(value) <= most ? value : null
}
