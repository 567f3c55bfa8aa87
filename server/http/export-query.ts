import { type ExportOptions, WHOLE_BOARD } from '../../src/core/codecs/outputs.ts'
import { SECTION_IDS, type SectionId } from '../../src/core/codecs/report/document.ts'
import { isDay } from '../../src/core/model/day.ts'
import { SCENARIOS } from '../../src/core/model/terms.ts'
import { HttpError } from './http-error.ts'

/** What an export may be asked for beside its format, each as it is in the query. */
const NAMES = ['date', 'scenario', 'theme', 'mode', 'legend', 'scale', 'sections'] as const
export type ExportQuery = Readonly<Partial<Record<(typeof NAMES)[number], string>>>

export const THEMES = ['light', 'dark'] as const
export const MODES = ['exposure', 'coverage', 'plain'] as const
const SWITCH = ['true', 'false'] as const

/** Throws an HttpError that names the parameter which is not one of these, or is given twice. */
export function checkNames(query: Readonly<Record<string, unknown>>, names: readonly string[]): void {
  for (const [name, value] of Object.entries(query)) {
    if (!names.includes(name)) throw wrong(name, `There is no such parameter; expected ${names.join(', ')}.`)
    if (typeof value !== 'string') throw wrong(name, 'Expected once.')
  }
}

/** Throws an HttpError that names the parameter which cannot be used. */
export function exportOptions(query: ExportQuery & Readonly<{ format?: string }>): ExportOptions {
  checkNames(query, ['format', ...NAMES])
  const { date = new Date().toISOString().slice(0, 10), scale = String(WHOLE_BOARD.scale), sections } = query
  if (!isDay(date)) throw wrong('date', 'Expected a day like 2027-03-31.')
  if (!/^\d{1,3}(?:\.\d{1,4})?$/.test(scale) || Number(scale) <= 0) {
    throw wrong('scale', 'Expected a number above 0.')
  }
  return {
    date,
    ...(query.scenario === undefined ? {} : { scenario: oneOf('scenario', SCENARIOS, query.scenario) }),
    picture: {
      ...WHOLE_BOARD,
      theme: oneOf('theme', THEMES, query.theme ?? WHOLE_BOARD.theme),
      mode: oneOf('mode', MODES, query.mode ?? WHOLE_BOARD.mode),
      legend: oneOf('legend', SWITCH, query.legend ?? 'true') === 'true',
      scale: Number(scale),
    },
    sections: sections === undefined ? SECTION_IDS : sectionsIn(sections),
  }
}

const sectionsIn = (list: string): readonly SectionId[] =>
  list.split(',').map((name) => oneOf('sections', SECTION_IDS, name.trim()))

function oneOf<T extends string>(at: string, choices: readonly T[], value: string): T {
  const found = choices.find((choice) => choice === value)
  if (found === undefined) throw wrong(at, `Expected one of ${choices.join(', ')}.`)
  return found
}

const wrong = (at: string, message: string) => new HttpError(400, 'wrong-value', message, { at })
