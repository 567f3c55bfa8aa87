import type { Parsed } from '../../model/problem.ts'
import type { Imported } from '../codec.ts'
import { readAny } from '../codecs.ts'
import { READ_LIMITS, type ReadLimits } from '../limits.ts'
import { sourceOf } from '../source.ts'
import { encodeText } from '../text.ts'

/** Reads a text as a file of this name. */
export const readText = (text: string, name: string, limits: ReadLimits = READ_LIMITS): Parsed<Imported> =>
  readAny(sourceOf(encodeText(text), name, limits))

/** The same for a file that has to be read. */
export function importOf(text: string, name: string): Imported {
  const read = readText(text, name)
  if (!read.ok) throw new Error(read.problems.map(({ at, message }) => `${at}: ${message}`).join('\n'))
  return read.value
}

/** What a file is refused for, as `code place`; nothing where it is read. */
export function refusalOf(text: string, name: string, limits: ReadLimits = READ_LIMITS): readonly string[] {
  const read = readText(text, name, limits)
  return read.ok ? [] : read.problems.map(({ code, at }) => `${code} ${at}`)
}
