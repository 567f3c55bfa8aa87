import { type PictureChoice, WHOLE_BOARD } from '../src/core/codecs/outputs.ts'
import { oneOf, Refusal } from './command.ts'

/** The options of `parseArgs` by which a picture is asked for. */
export const PICTURE_OPTIONS = {
  theme: { type: 'string' },
  marks: { type: 'string' },
  select: { type: 'string', multiple: true },
  exposure: { type: 'string' },
  'no-legend': { type: 'boolean' },
} as const

export const PICTURE_HELP = `  --theme THEME        light or dark (default: light)
  --marks MARKS        exposure, coverage or plain (default: exposure)
  --select ID          only this record and what stands in it; may be given again
  --exposure RISK,TARGET  only the path of this exposure, by the ids of its risk and target
  --no-legend          without the explanation of the marks`

type Values = Readonly<{
  theme?: string | undefined
  marks?: string | undefined
  select?: readonly string[] | undefined
  exposure?: string | undefined
  'no-legend'?: boolean | undefined
}>

/** Throws a `Refusal` that names the option which cannot be used. */
export function pictureChoice(values: Values): PictureChoice {
  const { theme = 'light', marks = 'exposure', select, exposure } = values
  if (select !== undefined && exposure !== undefined)
    throw new Refusal('--select and --exposure exclude each other')
  return {
    ...WHOLE_BOARD,
    theme: oneOf('theme', theme, ['light', 'dark']),
    mode: oneOf('marks', marks, ['exposure', 'coverage', 'plain']),
    legend: values['no-legend'] !== true,
    show:
      exposure !== undefined
        ? { exposure: exposureIn(exposure) }
        : select !== undefined
          ? { ids: select }
          : { all: true },
  }
}

function exposureIn(text: string): Readonly<{ risk: string; target: string }> {
  const [risk = '', target = '', ...more] = text.split(',')
  if (risk === '' || target === '' || more.length > 0)
    throw new Refusal(`--exposure: expected the ids of a risk and a target like r1,c1, found "${text}"`)
  return { risk, target }
}
