import type { Parsed } from '../../model/problem.ts'
import { refused } from '../../model/problem.ts'
import { decodeBase64 } from '../base64.ts'
import { inflateRaw } from '../inflate.ts'
import type { ReadLimits } from '../limits.ts'
import { decodeText } from '../text.ts'
import { childOf, childrenOf, localName, readXml, type XmlElement } from '../xml.ts'

/** One page: its name, and the element around its cells; null where it is blank. */
export type Page = Readonly<{ name: string; root: XmlElement | null; line: number }>

/** The pages of an `mxfile`, unpacked, or the one that a bare `mxGraphModel` is. The limits hold for all pages together. */
export function pagesOf(file: XmlElement, limits: ReadLimits): Parsed<readonly Page[]> {
  if (localName(file.name) === 'mxGraphModel') return { ok: true, value: [pageOf('', file, file.line)] }
  const pages: Page[] = []
  const left = { inflated: limits.inflated, values: limits.values }
  for (const diagram of childrenOf(file, 'diagram')) {
    const name = diagram.attributes.get('name') ?? ''
    const plain = childOf(diagram, 'mxGraphModel')
    if (plain !== undefined || diagram.text.trim() === '') {
      pages.push(
        plain === undefined ? { name, root: null, line: diagram.line } : pageOf(name, plain, diagram.line),
      )
      continue
    }
    const unpacked = unpack(diagram, { ...limits, ...left })
    if (!unpacked.ok) return unpacked
    const { model, bytes } = unpacked.value
    left.inflated -= bytes
    left.values -= countOf(model)
    pages.push(pageOf(name, model, diagram.line))
  }
  return { ok: true, value: pages }
}

const pageOf = (name: string, model: XmlElement, line: number): Page => ({
  name,
  root: childOf(model, 'root') ?? null,
  line,
})

/** Base64 of raw deflate of percent-encoded XML, or that XML as text. */
function unpack(diagram: XmlElement, limits: ReadLimits): Parsed<{ model: XmlElement; bytes: number }> {
  const at = `the diagram at line ${diagram.line}`
  const packed = diagram.text.trim()
  let text = packed
  let bytes = 0
  if (!packed.startsWith('<')) {
    const damaged = refused({ code: 'damaged', at, message: 'is packed, and cannot be unpacked' })
    const deflated = decodeBase64(packed)
    if (deflated === null) return damaged
    const inflated = inflateRaw(deflated, limits, at)
    if (!inflated.ok) return inflated
    bytes = inflated.value.length
    const encoded = decodeText(inflated.value)
    if (!encoded.ok) return damaged
    try {
      text = decodeURIComponent(encoded.value)
    } catch {
      return damaged
    }
  }
  const xml = readXml(text, limits)
  if (!xml.ok) return refused(...xml.problems.map((problem) => ({ ...problem, at: `${at}, ${problem.at}` })))
  if (localName(xml.value.name) === 'mxGraphModel') return { ok: true, value: { model: xml.value, bytes } }
  const message = `holds <${xml.value.name}>, where <mxGraphModel> belongs`
  return refused({ code: 'wrong-value', at, message })
}

/** As the limit counts. */
function countOf(root: XmlElement): number {
  let count = 0
  const pending = [root]
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    count += 1 + element.attributes.size
    for (const child of element.children) pending.push(child)
  }
  return count
}
