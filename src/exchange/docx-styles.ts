import { AlignmentType, type INumberingOptions, type IStylesOptions, LevelFormat, LineRuleType } from 'docx'
import { CELL_STYLE, HEAD_STYLE, NUMBER_HEAD_STYLE, NUMBER_STYLE } from './docx-table.ts'

const INK = '1C2328'
const QUIET = '566069'

/** Sizes are in half points, spacing in twentieths. */
const headed = (size: number, before: number, after: number) => ({
  run: { size, bold: true, color: INK },
  paragraph: { spacing: { before, after }, keepNext: true },
})

const cell = (id: string, run: object = {}, paragraph: object = {}) => ({
  id,
  name: id,
  basedOn: 'Normal',
  run: { size: 15, ...run },
  paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO }, ...paragraph },
})

const HEAD = { shading: { fill: 'EEF1F3', type: 'clear', color: 'auto' } } as const

export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: 'Calibri', size: 21, color: INK, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 100, line: 264, lineRule: LineRuleType.AUTO } },
    },
    title: headed(44, 0, 120),
    heading1: headed(32, 0, 160),
    heading2: headed(25, 280, 100),
    heading3: headed(22, 220, 80),
  },
  paragraphStyles: [
    {
      id: 'Picture',
      name: 'Picture',
      basedOn: 'Normal',
      paragraph: { spacing: { line: 240, lineRule: LineRuleType.AUTO } },
    },
    cell(CELL_STYLE),
    cell(NUMBER_STYLE, {}, { alignment: AlignmentType.RIGHT }),
    cell(HEAD_STYLE, { bold: true }, HEAD),
    cell(NUMBER_HEAD_STYLE, { bold: true }, { ...HEAD, alignment: AlignmentType.RIGHT }),
    { id: 'Quiet', name: 'Quiet', basedOn: 'Normal', run: { color: QUIET } },
    {
      id: 'TableTitle',
      name: 'Table title',
      basedOn: 'Normal',
      run: { bold: true },
      paragraph: { keepNext: true, spacing: { before: 160, after: 60 } },
    },
    { id: 'Defined', name: 'Defined', basedOn: 'Normal', paragraph: { spacing: { before: 0, after: 40 } } },
    { id: 'Foot', name: 'Foot', basedOn: 'Normal', run: { size: 16, color: QUIET } },
    {
      id: 'Note',
      name: 'Note',
      basedOn: 'Normal',
      paragraph: {
        shading: { fill: 'EEF3F7', type: 'clear', color: 'auto' },
        indent: { left: 120, right: 120 },
      },
    },
    {
      id: 'Warning',
      name: 'Warning',
      basedOn: 'Normal',
      paragraph: {
        shading: { fill: 'FDF3E3', type: 'clear', color: 'auto' },
        indent: { left: 120, right: 120 },
      },
    },
  ],
}

export const STEPS = 'steps'
export const POINTS = 'points'

const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: at,
  format,
  text,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 360 * (at + 1), hanging: 300 }, spacing: { after: 40 } } },
})

export const NUMBERING: INumberingOptions = {
  config: [
    { reference: STEPS, levels: [level(0, LevelFormat.DECIMAL, '%1.'), level(1, LevelFormat.BULLET, '–')] },
    { reference: POINTS, levels: [level(0, LevelFormat.BULLET, '•'), level(1, LevelFormat.BULLET, '–')] },
  ],
}
