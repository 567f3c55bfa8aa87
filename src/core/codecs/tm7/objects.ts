import { FARTHEST } from '../../model/reach.ts'
import { fieldsOf } from '../drawing/fields.ts'
import { htmlText, looksLikeHtml } from '../html-text.ts'
import { childOf, childrenOf, localName, type XmlElement } from '../xml.ts'

/**
 * What the tool writes is the state of its objects as .NET's DataContractSerializer has it: dictionaries are lists of Key and
 * Value, `i:type` says of which class an object is and `i:nil` that there is none, and an object that is there twice is
 * written once, with a `z:Id`, and then named by `z:Ref`.
 */

/** Attributes and children by name, whatever their prefix. */
export function attributeOf(element: XmlElement, name: string): string | null {
  for (const [key, value] of element.attributes) if (localName(key) === name) return value
  return null
}

/** The text in a child; empty where there is none. Some of it is HTML, of which the words are taken. */
export function textOf(element: XmlElement | undefined, name: string): string {
  return wordsOf((element === undefined ? undefined : childOf(element, name))?.text ?? '')
}

export const wordsOf = (text: string): string => (looksLikeHtml(text) ? htmlText(text) : text.trim())

export function numberIn(element: XmlElement, name: string): number | null {
  const text = childOf(element, name)?.text.trim() ?? ''
  const value = text === '' ? Number.NaN : Number(text)
  return Math.abs(value) <= FARTHEST ? value : null
}

/** The values of a dictionary by key, in its order; what is named by reference looked up. */
export function dictionaryOf(
  element: XmlElement | undefined,
  objects: Objects,
): readonly (readonly [key: string, value: XmlElement])[] {
  return (element?.children ?? []).flatMap((entry) => {
    const value = childOf(entry, 'Value')
    return value === undefined
      ? []
      : [[textOf(entry, 'Key'), objects.get(attributeOf(value, 'Ref') ?? '') ?? value] as const]
  })
}

/** Objects by their `z:Id`. */
export type Objects = ReadonlyMap<string, XmlElement>

export function objectsIn(root: XmlElement): Objects {
  const objects = new Map<string, XmlElement>()
  const pending = [root]
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    const id = attributeOf(element, 'Id')
    if (id !== null) objects.set(id, element)
    for (const child of element.children) pending.push(child)
  }
  return objects
}

/** What an element of a drawing says of itself. */
export type Properties = Readonly<{
  /** The first header: what the stencil is called. */
  stencil: string
  /** By what the tool shows them as, those without a value left out. */
  values: ReadonlyMap<string, string>
  /** The same by names in small letters, of two the first. */
  byName: ReadonlyMap<string, string>
  /** What is kept of them with a record; null where they are too many. */
  kept: Readonly<Record<string, string>> | null
}>

const known = new WeakMap<XmlElement, Properties>()

/** Looked up once for each element, which may be named by reference any number of times. */
export function propertiesOf(element: XmlElement): Properties {
  const properties = known.get(element) ?? readProperties(element)
  known.set(element, properties)
  return properties
}

function readProperties(element: XmlElement): Properties {
  let stencil = ''
  const values = new Map<string, string>()
  const list = childOf(element, 'Properties')
  for (const property of list === undefined ? [] : childrenOf(list, 'anyType')) {
    const name = textOf(property, 'DisplayName')
    const type = localName(attributeOf(property, 'type') ?? '')
    if (type === 'HeaderDisplayAttribute') stencil ||= name
    const value = childOf(property, 'Value')
    const choices = (value?.children ?? []).map(({ text }) => text.trim())
    const chosen = numberIn(property, 'SelectedIndex')
    const said = choices.length > 0 ? (choices[chosen ?? 0] ?? '') : (value?.text.trim() ?? '')
    if (said !== '' && !values.has(name)) values.set(name, said)
  }
  const byName = new Map([...values].toReversed().map(([name, value]) => [name.toLowerCase(), value]))
  const kept = fieldsOf([...values].filter(([name]) => name !== 'Name'))
  return { stencil, values, byName, kept }
}
