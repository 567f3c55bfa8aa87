import { parseJson } from '../model/json.ts'
import { type Parsed, refused } from '../model/problem.ts'
import { type ReadLimits, READ_LIMITS } from './limits.ts'
import { decodeText } from './text.ts'
import { filesInZip, isZip, type PackedFile } from './unzip.ts'
import { readXml, type XmlElement } from './xml.ts'
import { readYaml } from './yaml.ts'

/** A stranger's file. Each way to look at it is taken at most once, within the limits, and never throws. */
export type Source = Readonly<{
  /** As the file is called, with its extension; for display and, where the content leaves it open, for detection. */
  name: string
  bytes: Uint8Array
  limits: ReadLimits
  text: () => Parsed<string>
  json: () => Parsed<unknown>
  xml: () => Parsed<XmlElement>
  yaml: () => Parsed<unknown>
  /** Of an archive. */
  files: () => Parsed<readonly PackedFile[]>
  /** What the file begins with, without which no parser needs to start: `{` or `[`, `<`, an archive, or anything else. */
  looksLike: 'json' | 'xml' | 'zip' | 'other'
}>

export function sourceOf(bytes: Uint8Array, name: string, limits: ReadLimits = READ_LIMITS): Source {
  const withinLimit = <T>(read: (bytes: Uint8Array) => Parsed<T>) =>
    once((): Parsed<T> => {
      if (bytes.length <= limits.bytes) return read(bytes)
      const message = `has ${bytes.length} bytes, more than the ${limits.bytes} that can be read`
      return refused({ code: 'too-large', at: '(file)', message })
    })
  const text = withinLimit((within) => decodeText(within))
  const parsed = <T>(parse: (text: string) => Parsed<T>) =>
    once((): Parsed<T> => {
      const decoded = text()
      return decoded.ok ? parse(decoded.value) : decoded
    })
  const asJson = parsed((value) =>
    parseJson(value, { characters: limits.bytes, depth: limits.depth, values: limits.values }),
  )
  const looksLike = once((): Source['looksLike'] => {
    if (isZip(bytes)) return 'zip'
    const decoded = text()
    const first = decoded.ok ? (/\S/.exec(decoded.value.slice(0, 4096).replace('\uFEFF', ''))?.[0] ?? '') : ''
    return first === '{' || first === '[' ? 'json' : first === '<' ? 'xml' : 'other'
  })
  return {
    name,
    bytes,
    limits,
    text,
    json: asJson,
    xml: parsed((value) => readXml(value, limits)),
    // JSON is YAML, and sooner read.
    yaml: parsed((value) => {
      const json = looksLike() === 'json' ? asJson() : null
      return json?.ok === true ? json : readYaml(value, limits)
    }),
    files: withinLimit(filesInZip),
    get looksLike() {
      return looksLike()
    },
  }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
