import { SaxesParser } from 'saxes'
import { type Parsed, type Problem, refused } from '../model/problem.ts'
import type { ReadLimits } from './limits.ts'
import { unparsableMarkup } from './xml-markup.ts'

/** An element with what is in it. Names are as written, with their prefix; see `localName`. */
export type XmlElement = Readonly<{
  name: string
  attributes: ReadonlyMap<string, string>
  children: readonly XmlElement[]
  /** All text directly in it, white space included. */
  text: string
  line: number
}>

type Open = {
  name: string
  attributes: ReadonlyMap<string, string>
  children: Open[]
  text: string
  line: number
}

/** On one element: with some thousands on each, the parser takes several times as long. */
const MOST_ATTRIBUTES = 1000

/** Most elements have none, and a map of nothing takes as much as some letters. */
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map()

/** Of what the parser says, which may repeat a name of any length. */
const MOST_WORDS = 200

/** Ends the parser, which has no other way to stop. */
class Stop extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.message)
    this.problem = problem
  }
}

/**
 * Reads well-formed XML into a tree, within the limits. Never throws. A document type is refused, since it is what entities
 * that grow or fetch are declared in; no other entity than the five of XML and character references is known.
 */
export function readXml(text: string, limits: ReadLimits): Parsed<XmlElement> {
  const unparsable = unparsableMarkup(text)
  if (unparsable !== null) return refused(unparsable)
  const parser = new SaxesParser({ position: true })
  const stop = (code: Problem['code'], message: string): never => {
    throw new Stop({ code, at: `line ${parser.line}, column ${parser.column}`, message })
  }
  const open: Open[] = []
  let root: Open | null = null
  let values = 0
  let attributesHere = 0
  const count = () => {
    if (++values > limits.values) stop('too-large', `has more than ${limits.values} elements and attributes`)
  }
  const addText = (more: string) => {
    const element = open.at(-1)
    if (element !== undefined) element.text += more
  }
  parser.on('error', (error) =>
    stop(
      'not-xml',
      `is not XML from here on: ${error.message.replace(/^\d+:\d+: /, '').slice(0, MOST_WORDS)}`,
    ),
  )
  parser.on('attribute', () => {
    count()
    if (++attributesHere > MOST_ATTRIBUTES)
      stop('too-large', `has an element with more than ${MOST_ATTRIBUTES} attributes`)
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= limits.depth)
      stop('too-deep', `elements are nested deeper than ${limits.depth} levels`)
    count()
    const own = attributesHere === 0 ? NO_ATTRIBUTES : new Map(Object.entries(attributes))
    attributesHere = 0
    const element: Open = { name, attributes: own, children: [], text: '', line: parser.line }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', addText)
  parser.on('cdata', addText)
  try {
    parser.write(text.startsWith('\uFEFF') ? text.slice(1) : text).close()
  } catch (error) {
    if (error instanceof Stop) return refused(error.problem)
    throw error
  }
  return root === null
    ? refused({ code: 'not-xml', at: '(file)', message: 'has no element' })
    : { ok: true, value: root }
}

/** `a:Key` → `Key`. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** The first child with this local name. */
export const childOf = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((child) => localName(child.name) === name)

export const childrenOf = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((child) => localName(child.name) === name)

/**
 * The name of the root element of a text that begins as XML does, whether or not the rest can be read: what a damaged
 * file is meant to be. Null where there is none.
 */
export function rootName(text: string): string | null {
  const skipped: readonly (readonly [string, string])[] = [
    ['<?', '?>'],
    ['<!--', '-->'],
    ['<!', '>'],
  ]
  const first = /[^\s\uFEFF]/g
  for (let at = 0; ; ) {
    first.lastIndex = at
    at = first.exec(text)?.index ?? -1
    if (at < 0) return null
    const skip = skipped.find(([start]) => text.startsWith(start, at))
    if (skip === undefined)
      return /^<([\p{L}_][\p{L}\p{N}_.:-]*)/u.exec(text.slice(at, at + 128))?.[1] ?? null
    const end = text.indexOf(skip[1], at)
    if (end < 0) return null
    at = end + skip[1].length
  }
}

/** Text without what XML 1.0 cannot say at all. */
export const plainXml = (text: string): string => text.replace(UNSAYABLE, '\uFFFD')

/** Text as it may stand between tags or in an attribute, without what XML 1.0 cannot say at all. */
export const escapeXml = (text: string): string =>
  plainXml(text).replace(/[&<>"'\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign)

/** Half a surrogate pair, and what XML 1.0 leaves out: all control characters but three, DEL and the second row. */
const UNSAYABLE = /[^\P{Cc}\t\n\r\u007F-\u009F]|[\uFFFE\uFFFF]|\p{Surrogate}/gu

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}
