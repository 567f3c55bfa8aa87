import { parseArgs } from 'node:util'
import { ANALYSIS_OPTIONS, analysisChoice, SCENARIO_HELP } from './analysis-options.ts'
import { type Command, DONE, Refusal, twoPaths } from './command.ts'
import { exportTo, outputFor } from './export.ts'
import { readLaidOut } from './input.ts'
import { PICTURE_HELP, PICTURE_OPTIONS, pictureChoice } from './picture-options.ts'

const HELP = `Usage: ringfence render IN OUT [options]

Draws a board as the canvas shows it, uncut.
IN is a model in any format that can be read, or - for standard input. OUT ends in .svg, .png or
.pdf; - is standard output, and needs --to.

Options:
  --to FORMAT          svg, png or pdf (default: by the extension of OUT)
${PICTURE_HELP}
  --scale N            pixels to a canvas unit of a PNG (default: 2)
${SCENARIO_HELP}
  --date YYYY-MM-DD    the day on which acceptances have to hold (default: today)
  --help               print this

Exit status: 0 drawn; 2 refused, with the reason on standard error, and nothing written.
`

const OUTPUTS = { svg: 'svg', png: 'png', pdf: 'pdf' } as const

export const renderCommand: Command = {
  name: 'render',
  summary: 'draw a board as SVG, PNG or PDF',
  help: HELP,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...ANALYSIS_OPTIONS,
        ...PICTURE_OPTIONS,
        scale: { type: 'string' },
        to: { type: 'string' },
      },
    })
    const [input, file] = twoPaths(positionals, 'a model to read and a picture to write')
    const output = outputFor(file, values.to, OUTPUTS)
    const analysis = analysisChoice(values)
    const picture = { ...pictureChoice(values), ...scaleOf(values.scale) }
    const options = { ...analysis, picture, sections: [] }
    await exportTo(file, await readLaidOut(input), output, options)
    return DONE
  },
}

function scaleOf(scale: string | undefined): Readonly<{ scale?: number }> {
  if (scale === undefined) return {}
  if (!/^\d+(?:\.\d+)?$/.test(scale) || Number(scale) <= 0)
    throw new Refusal(`--scale: expected a number above 0, found "${scale}"`)
  return { scale: Number(scale) }
}
