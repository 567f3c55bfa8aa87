import { Composer, type Document, isScalar, LineCounter, Parser } from 'yaml'
import { type Parsed, type Problem, refused } from '../model/problem.ts'

/** What the parser says, which may repeat a word of any length. */
export const shortened = (message: string): string => message.slice(0, 200)

/**
 * The document of a YAML text, or its first error; a text with more than one is refused, since only one would be read. The
 * composer of the library would go on behind that, and make an error, with its stack, of each thing that is wrong and of each
 * tag and directive that it does not know: minutes and gigabytes.
 */
export function soleDocument(text: string): Parsed<Document.Parsed> {
  const lines = new LineCounter()
  // A look for keys that stand twice takes it the square of their number; `measure` finds them in one pass.
  const composer = new Composer({ schema: 'core', merge: true, uniqueKeys: false, stringKeys: true })
  let first: Problem | null = null
  const stop = (source: ErrorSource, _code: string, message: string, isWarning?: boolean) => {
    if (isWarning === true) return
    // It catches what is thrown in it, and calls again with that.
    first ??= { code: 'not-yaml', at: placeOf(source, lines), message: `is not YAML: ${shortened(message)}` }
    throw new Error(message)
  }
  Reflect.set(composer, 'onError', stop)
  const tokens = function* () {
    for (const token of new Parser(lines.addNewLine).parse(text)) {
      if (token.type === 'error') stop(token, 'UNEXPECTED_TOKEN', token.message)
      yield token
    }
  }
  try {
    const [document, next] = composer.compose(tokens(), true, text.length)
    const [error] = document?.errors ?? []
    if (error !== undefined) stop(error.pos, error.code, error.message)
    if (next !== undefined && !isNothing(next.contents)) {
      const at = placeOf(next.range[0], lines)
      const message = 'begins another document: give each as a file of its own'
      return refused({ code: 'several-documents', at, message })
    }
    if (document !== undefined) return { ok: true, value: document }
  } catch (error) {
    if (first === null) throw error
  }
  return refused(first ?? { code: 'not-yaml', at: '(file)', message: 'has no document' })
}

const isNothing = (contents: unknown): boolean =>
  contents === null || (isScalar(contents) && contents.value === null)

/** Where an error is, as the composer says it. */
type ErrorSource = number | readonly [number, number] | Readonly<{ offset: number }>

function placeOf(source: ErrorSource, lines: LineCounter): string {
  const offset = typeof source === 'number' ? source : 'offset' in source ? source.offset : source[0]
  const { line, col } = lines.linePos(offset)
  return `line ${line}, column ${col}`
}
