import { type Parsed, refused } from '../model/problem.ts'
import type { Imported, Reader, Writer } from './codec.ts'
import { FORMATS, type FormatId } from './formats.ts'
import type { Source } from './source.ts'
import { TooLarge } from './too-large.ts'
import { readCompose } from './compose/compose.ts'
import { readCsv } from './csv/read-csv.ts'
import { writeCsv } from './csv/write-csv.ts'
import { readCyclonedx } from './cyclonedx/read.ts'
import { writeCyclonedx } from './cyclonedx/write.ts'
import { writeDot } from './dot/dot.ts'
import { readDrawio } from './drawio/read.ts'
import { writeDrawio } from './drawio/write.ts'
import { readGraphml } from './graphml/read.ts'
import { writeMermaid } from './mermaid/mermaid.ts'
import { readOtm, readOtmYaml } from './otm/read.ts'
import { writeOtm, writeOtmYaml } from './otm/write.ts'
import { readRingfence, writeRingfence } from './ringfence/ringfence.ts'
import { writeSarif } from './sarif/sarif.ts'
import { writeStix } from './stix/stix.ts'
import { readThreagile } from './threagile/threagile.ts'
import { readThreatDragon } from './threat-dragon/read.ts'
import { writeThreatDragon } from './threat-dragon/write.ts'
import { readTmBom } from './tm-bom/read.ts'
import { writeTmBom } from './tm-bom/write.ts'
import { readTm7 } from './tm7/read.ts'

/** In the order in which they are asked whether a file is theirs: the more particular first. */
export const READERS: readonly Reader[] = [
  readRingfence,
  readCyclonedx,
  readTmBom,
  readThreatDragon,
  readOtm,
  readOtmYaml,
  readDrawio,
  readTm7,
  readGraphml,
  readThreagile,
  readCompose,
  readCsv,
]

export const WRITERS: readonly Writer[] = [
  writeRingfence,
  writeThreatDragon,
  writeOtm,
  writeOtmYaml,
  writeCyclonedx,
  writeTmBom,
  writeDrawio,
  writeCsv,
  writeMermaid,
  writeDot,
  writeStix,
  writeSarif,
]

export const writerOf = (format: FormatId): Writer | undefined =>
  WRITERS.find((writer) => writer.format === format)

/**
 * Reads a file by the reader of `format`, or of the first one that knows it for its own. Never throws; a refusal says what
 * is wrong and what can be read instead.
 */
export function readAny(source: Source, format?: FormatId): Parsed<Imported> {
  const text = source.text()
  if (!text.ok && source.looksLike !== 'zip') return text
  if (text.ok && text.value.trim() === '')
    return refused({ code: 'unknown-format', at: '(file)', message: 'is empty' })
  const reader = READERS.find((one) => (format === undefined ? one.detect(source) : one.format === format))
  if (reader !== undefined) return readBounded(reader, source)
  if (!text.ok) return text
  if (source.looksLike === 'json' && !source.json().ok) return source.json() as { ok: false; problems: [] }
  if (source.looksLike === 'xml' && !source.xml().ok) return source.xml() as { ok: false; problems: [] }
  const names = FORMATS.filter(({ reads }) => reads).map(({ name }) => name)
  return refused({
    code: 'unknown-format',
    at: '(file)',
    message: `is of no format that can be read. These can: ${names.join('; ')}`,
  })
}

function readBounded(reader: Reader, source: Source): Parsed<Imported> {
  try {
    return reader.read(source)
  } catch (error) {
    const isTooLarge = error instanceof TooLarge || (error instanceof RangeError && HELD.test(error.message))
    if (!isTooLarge) throw error
    const message = error instanceof TooLarge ? error.message : `is more than can be read: ${error.message}`
    return refused({ code: 'too-large', at: '(file)', message })
  }
}

/** What the engine says of what no string, list or stack can hold any more. */
const HELD = /^(?:Invalid (?:string|array) length|Maximum call stack size exceeded)/
